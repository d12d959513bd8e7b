"""Claims: codings with status, time, amount, place and source, put together by `making`."""
