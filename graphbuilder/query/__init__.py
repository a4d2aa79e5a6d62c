"""Asking the graph: names, selections, walks, accounts and Cypher, over tables and a networkx graph."""
