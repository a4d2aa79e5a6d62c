"""The register of deals: picking rows, writing them down, and holding them against a register that the user has."""
