"""The one object that joins the pure stages to the record."""
