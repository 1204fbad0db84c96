"""Where reports share something, and where their claims come from."""
