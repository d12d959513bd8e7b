"""Exports: each module writes one format; all are given the same parcel and found as plugins of one group."""
