"""Web archives: WARC files, and WACZ collections of them."""
