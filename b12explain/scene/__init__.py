"""What is drawn, as data: marks, scales, axes, layout, labels. Nothing here knows a theme, a density or a painter."""
