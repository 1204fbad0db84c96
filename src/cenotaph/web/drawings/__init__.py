"""Charts, maps and graphs as SVG, made on the server: they work without scripts and can be read as text."""
