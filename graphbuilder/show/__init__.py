"""The interactive page: knowledge and graph -> view model -> one HTML file."""
