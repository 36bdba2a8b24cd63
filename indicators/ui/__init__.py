"""The screen: the only package that knows Streamlit. Pages put its pieces together."""
