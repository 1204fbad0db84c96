"""The attacks, battles and abductions that one report tells of, and which of them each of its claims is of."""
