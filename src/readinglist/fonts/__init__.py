"""The bundled fonts: Inter for the window, Noto Serif for abstracts. Licence: OFL.txt."""
