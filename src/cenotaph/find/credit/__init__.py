"""On whose word: chains of sources, quotations, and the stance towards a figure."""
