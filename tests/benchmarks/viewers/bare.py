"""What everything is held against: one title, one slider, one plotly bar."""

import plotly.graph_objects as go
import streamlit as st

st.title("A bare app")
count = st.slider("Bars", 1, 20, 10)
st.plotly_chart(go.Figure(go.Bar(x=list(range(count)), y=[n * n % 7 + 1 for n in range(count)])))
