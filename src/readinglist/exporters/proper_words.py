"""Words of titles that are names, and would lose their capital in styles that write small letters.

Styles such as plain and plainnat write "Branched schrödinger bridge matching" unless the name
stands in braces. Which words are names no rule can tell; these are the frequent ones in titles of
machine learning, statistics and physics.
"""

_PEOPLE = """
Banach Bayes Bayesian Bellman Bernoulli Bessel Boltzmann Boolean Bregman Brownian Carlo Cartesian
Cauchy Chebyshev Cholesky Coulomb Dirac Dirichlet Einstein Elo Erdős Euclidean Euler Eulerian
Fisher Fokker Fourier Frobenius Galerkin Galilean Gauss Gaussian Gaussians Gibbs Gödel Gromov Haar
Hadamard Hamiltonian Hamming Hausdorff Hebbian Hessian Hessians Hilbert Hopfield Huber Itô Jacobi
Jacobian Jacobians Jensen Kalman Kantorovich Kepler Kolmogorov Kronecker Krylov Kullback Lagrange
Lagrangian Langevin Laplace Laplacian Laplacians Lebesgue Leibler Lévy Lipschitz Lorentz Lyapunov
Mahalanobis Markov Markovian Maxwell Minkowski Monte Nash Navier Nesterov Newton Newtonian Nyström
Occam Pareto Pearson Perlin Planck Plücker Poincaré Poisson Procrustes Rademacher Ramanujan
Rayleigh Rényi Riemann Riemannian Schrödinger Shannon Shapley Sinkhorn Skolem Sobolev Socratic
Spearman Stackelberg Stiefel Stokes Thompson Tikhonov Turing Voronoi Wasserstein Weibull Weyl
Wiener Wishart Wolfe Zernike
"""

_PLACES_AND_LANGUAGES = """
Africa African Afrikaans America American Amharic Arab Arabic Asia Asian Australia Australian
Bangla Bengali Brazil Brazilian Britain British Canada Canadian Cantonese Catalan China Chinese
Czech Danish Dutch Egypt Egyptian England English Estonian Ethiopian Europe European Filipino
Finnish France French German Germany Greek Gujarati Hebrew Hindi Hungarian Icelandic India Indian
Indic Indonesia Indonesian Iran Iranian Irish Israel Italian Italy Japan Japanese Javanese Kannada
Kazakh Kenya Kiswahili Korea Korean Malay Malayalam Mandarin Marathi Mexican Mexico Mongolian
Nepali Nigeria Nigerian Norwegian Pakistan Persian Portugal Portuguese Python Quechua Romanian
Russia Russian Sanskrit Scottish Serbian Sinhala Slovak Slovenian Spain Spanish Sudanese Swahili
Sweden Swedish Swiss Switzerland Taiwan Taiwanese Tamil Telugu Thai Thailand Tibetan Turkish
Ukraine Ukrainian Urdu Uzbek Vietnam Vietnamese Welsh Yoruba Zulu
"""

_NAMES = """
Amazon Android Atari Bitcoin Facebook Gemini Google Instagram Internet Kaggle Linux Llama
Microsoft Minecraft Olympiad Pokémon Reddit Rubik Sudoku Twitter Verilog Wikidata Wikipedia Yelp
"""

PROPER_WORDS = frozenset(f"{_PEOPLE} {_PLACES_AND_LANGUAGES} {_NAMES}".split())
"""Those that are ordinary words as well, such as Abel, Lie and Polish, are not among them."""
