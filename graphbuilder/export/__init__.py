"""Writing a build to files, and reading those files back."""
