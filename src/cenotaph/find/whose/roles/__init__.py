"""Whether the victims bore arms."""
