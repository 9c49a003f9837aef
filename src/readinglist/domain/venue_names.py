"""Full names of the conferences and journals that papers on arXiv name by their letters alone.

Machine learning, vision, language, robotics, speech and their neighbours. What is not here is
cited by the name that the authors write.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _table(text: str) -> Mapping[str, str]:
    lines = (
        line.rsplit(": ", 1) if line.startswith("Robotics") else line.split(": ", 1)
        for line in text.strip().splitlines()
    )
    return MappingProxyType({letters.strip(): name for letters, name in lines})


CONFERENCES = _table("""
AAAI: AAAI Conference on Artificial Intelligence
AACL: Conference of the Asia-Pacific Chapter of the Association for Computational Linguistics
AAMAS: International Conference on Autonomous Agents and Multiagent Systems
ACCV: Asian Conference on Computer Vision
ACL: Annual Meeting of the Association for Computational Linguistics
ACML: Asian Conference on Machine Learning
ACM MM: ACM International Conference on Multimedia
AIED: International Conference on Artificial Intelligence in Education
AISTATS: International Conference on Artificial Intelligence and Statistics
ASRU: IEEE Automatic Speech Recognition and Understanding Workshop
BIBM: IEEE International Conference on Bioinformatics and Biomedicine
BMVC: British Machine Vision Conference
CASE: IEEE International Conference on Automation Science and Engineering
CDC: IEEE Conference on Decision and Control
CHI: CHI Conference on Human Factors in Computing Systems
CHIL: Conference on Health, Inference, and Learning
CIKM: ACM International Conference on Information and Knowledge Management
CLeaR: Conference on Causal Learning and Reasoning
CogSci: Annual Conference of the Cognitive Science Society
CoLLAs: Conference on Lifelong Learning Agents
COLING: International Conference on Computational Linguistics
COLM: Conference on Language Modeling
COLT: Annual Conference on Learning Theory
CoNLL: Conference on Computational Natural Language Learning
CoRL: Conference on Robot Learning
CPAL: Conference on Parsimony and Learning
CSCW: ACM Conference on Computer-Supported Cooperative Work and Social Computing
CVPR: IEEE/CVF Conference on Computer Vision and Pattern Recognition
CVPRW: IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops
DAC: Design Automation Conference
EACL: Conference of the European Chapter of the Association for Computational Linguistics
ECAI: European Conference on Artificial Intelligence
ECCV: European Conference on Computer Vision
ECCVW: European Conference on Computer Vision Workshops
ECIR: European Conference on Information Retrieval
ECML PKDD: European Conference on Machine Learning and Principles and Practice of \
Knowledge Discovery in Databases
EMBC: Annual International Conference of the IEEE Engineering in Medicine and Biology Society
EMNLP: Conference on Empirical Methods in Natural Language Processing
ESWC: European Semantic Web Conference
EUSIPCO: European Signal Processing Conference
FAccT: ACM Conference on Fairness, Accountability, and Transparency
FG: IEEE International Conference on Automatic Face and Gesture Recognition
GECCO: Genetic and Evolutionary Computation Conference
HRI: ACM/IEEE International Conference on Human-Robot Interaction
ICAIL: International Conference on Artificial Intelligence and Law
ICANN: International Conference on Artificial Neural Networks
ICAPS: International Conference on Automated Planning and Scheduling
ICASSP: IEEE International Conference on Acoustics, Speech and Signal Processing
ICCV: IEEE/CVF International Conference on Computer Vision
ICCVW: IEEE/CVF International Conference on Computer Vision Workshops
ICDAR: International Conference on Document Analysis and Recognition
ICDE: IEEE International Conference on Data Engineering
ICDM: IEEE International Conference on Data Mining
ICIAP: International Conference on Image Analysis and Processing
ICIP: IEEE International Conference on Image Processing
ICLP: International Conference on Logic Programming
ICLR: International Conference on Learning Representations
ICME: IEEE International Conference on Multimedia and Expo
ICML: International Conference on Machine Learning
ICMR: ACM International Conference on Multimedia Retrieval
ICPR: International Conference on Pattern Recognition
ICRA: IEEE International Conference on Robotics and Automation
ICSE: IEEE/ACM International Conference on Software Engineering
ICWSM: International AAAI Conference on Web and Social Media
IGARSS: IEEE International Geoscience and Remote Sensing Symposium
IJCAI: International Joint Conference on Artificial Intelligence
IJCB: IEEE International Joint Conference on Biometrics
IJCNLP: International Joint Conference on Natural Language Processing
IJCNN: International Joint Conference on Neural Networks
INLG: International Natural Language Generation Conference
Interspeech: Annual Conference of the International Speech Communication Association
IPMI: International Conference on Information Processing in Medical Imaging
IROS: IEEE/RSJ International Conference on Intelligent Robots and Systems
ISBI: IEEE International Symposium on Biomedical Imaging
ISMAR: IEEE International Symposium on Mixed and Augmented Reality
ISMIR: International Society for Music Information Retrieval Conference
ISWC: International Semantic Web Conference
ITSC: IEEE International Conference on Intelligent Transportation Systems
IUI: International Conference on Intelligent User Interfaces
IV: IEEE Intelligent Vehicles Symposium
IVA: ACM International Conference on Intelligent Virtual Agents
JELIA: European Conference on Logics in Artificial Intelligence
KDD: ACM SIGKDD Conference on Knowledge Discovery and Data Mining
KR: International Conference on Principles of Knowledge Representation and Reasoning
L4DC: Annual Learning for Dynamics and Control Conference
LREC: International Conference on Language Resources and Evaluation
LREC-COLING: Joint International Conference on Computational Linguistics, \
Language Resources and Evaluation
MICCAI: International Conference on Medical Image Computing and Computer-Assisted Intervention
MIDL: Conference on Medical Imaging with Deep Learning
MIUA: Annual Conference on Medical Image Understanding and Analysis
MLSys: Conference on Machine Learning and Systems
MT Summit: Machine Translation Summit
NAACL: Conference of the North American Chapter of the Association for Computational Linguistics
NeurIPS: Conference on Neural Information Processing Systems
PAKDD: Pacific-Asia Conference on Knowledge Discovery and Data Mining
PRCV: Chinese Conference on Pattern Recognition and Computer Vision
RANLP: International Conference on Recent Advances in Natural Language Processing
RecSys: ACM Conference on Recommender Systems
RLC: Reinforcement Learning Conference
RO-MAN: IEEE International Conference on Robot and Human Interactive Communication
RSS: Robotics: Science and Systems
SaTML: IEEE Conference on Secure and Trustworthy Machine Learning
SDM: SIAM International Conference on Data Mining
SemEval: International Workshop on Semantic Evaluation
SIGDIAL: Annual Meeting of the Special Interest Group on Discourse and Dialogue
SIGGRAPH: ACM SIGGRAPH
SIGGRAPH Asia: ACM SIGGRAPH Asia
SIGIR: International ACM SIGIR Conference on Research and Development in Information Retrieval
SLT: IEEE Spoken Language Technology Workshop
SMC: IEEE International Conference on Systems, Man, and Cybernetics
3DV: International Conference on 3D Vision
UAI: Conference on Uncertainty in Artificial Intelligence
UIST: Annual ACM Symposium on User Interface Software and Technology
UMAP: ACM Conference on User Modeling, Adaptation and Personalization
VLDB: International Conference on Very Large Data Bases
WACV: IEEE/CVF Winter Conference on Applications of Computer Vision
WACVW: IEEE/CVF Winter Conference on Applications of Computer Vision Workshops
WASPAA: IEEE Workshop on Applications of Signal Processing to Audio and Acoustics
WSDM: ACM International Conference on Web Search and Data Mining
WWW: ACM Web Conference
""")
"""Full names of conferences by their letters, without ordinal, year and place."""

JOURNALS = _table("""
CVIU: Computer Vision and Image Understanding
ESWA: Expert Systems with Applications
IJCV: International Journal of Computer Vision
IJRR: International Journal of Robotics Research
JAIR: Journal of Artificial Intelligence Research
JBHI: IEEE Journal of Biomedical and Health Informatics
JMLR: Journal of Machine Learning Research
JSTARS: IEEE Journal of Selected Topics in Applied Earth Observations and Remote Sensing
MedIA: Medical Image Analysis
PAMI: IEEE Transactions on Pattern Analysis and Machine Intelligence
PNAS: Proceedings of the National Academy of Sciences
RA-L: IEEE Robotics and Automation Letters
TACL: Transactions of the Association for Computational Linguistics
TAFFC: IEEE Transactions on Affective Computing
TASLP: IEEE/ACM Transactions on Audio, Speech, and Language Processing
TBME: IEEE Transactions on Biomedical Engineering
TCSVT: IEEE Transactions on Circuits and Systems for Video Technology
TCYB: IEEE Transactions on Cybernetics
TGRS: IEEE Transactions on Geoscience and Remote Sensing
TIFS: IEEE Transactions on Information Forensics and Security
TIM: IEEE Transactions on Instrumentation and Measurement
TIP: IEEE Transactions on Image Processing
TITS: IEEE Transactions on Intelligent Transportation Systems
TKDE: IEEE Transactions on Knowledge and Data Engineering
TMI: IEEE Transactions on Medical Imaging
TMLR: Transactions on Machine Learning Research
TMM: IEEE Transactions on Multimedia
TNNLS: IEEE Transactions on Neural Networks and Learning Systems
TOG: ACM Transactions on Graphics
TOIS: ACM Transactions on Information Systems
TOMM: ACM Transactions on Multimedia Computing, Communications, and Applications
TPAMI: IEEE Transactions on Pattern Analysis and Machine Intelligence
TRO: IEEE Transactions on Robotics
TVCG: IEEE Transactions on Visualization and Computer Graphics
PVLDB: Proceedings of the VLDB Endowment
""")
"""Full names of journals by their letters."""

OTHER_SPELLINGS = _table("""
ACMMM: ACM MM
Advances in Neural Information Processing Systems: NeurIPS
ACM Multimedia: ACM MM
ACM-MM: ACM MM
AACL-IJCNLP: AACL
ACM CHI: CHI
ACM Web Conference: WWW
COGSCI: CogSci
ECML-PKDD: ECML PKDD
ECML/PKDD: ECML PKDD
ECMLPKDD: ECML PKDD
EMBS EMBC: EMBC
INTERSPEECH: Interspeech
InterSpeech: Interspeech
MM: ACM MM
ECML: ECML PKDD
MTSummit: MT Summit
NAACL-HLT: NAACL
NIPS: NeurIPS
Neurips: NeurIPS
NEURIPS: NeurIPS
Nips: NeurIPS
RAL: RA-L
Robotics: Science and Systems: RSS
SIGKDD: KDD
SIGdial: SIGDIAL
SigDial: SIGDIAL
SIGDial: SIGDIAL
SIGGRAPH ASIA: SIGGRAPH Asia
Siggraph: SIGGRAPH
Siggraph Asia: SIGGRAPH Asia
T-PAMI: TPAMI
T-RO: TRO
T-ITS: TITS
T-IP: TIP
T-MM: TMM
T-IFS: TIFS
TheWebConf: WWW
The Web Conference: WWW
WebConf: WWW
""")
"""Other ways to write the letters."""

KNOWN_JOURNALS = frozenset(
    line.strip()
    for line in """
Advanced Engineering Informatics
Advanced Intelligent Systems
AI and Ethics
AI Open
Annals of Mathematics and Artificial Intelligence
Applied Intelligence
Applied Sciences
Applied Soft Computing
Artificial Intelligence
Artificial Intelligence in Medicine
Artificial Intelligence Review
Automatica
Bioinformatics
Cell
Cognition
Cognitive Science
Communications of the ACM
Computational Linguistics
Computational Visual Media
Computer Graphics Forum
Computer Methods and Programs in Biomedicine
Computer Speech & Language
Computer Speech and Language
Computer Vision and Image Understanding
Computers & Graphics
Computers and Graphics
Computers in Biology and Medicine
Computerized Medical Imaging and Graphics
Data Mining and Knowledge Discovery
Engineering Applications of Artificial Intelligence
Expert Systems with Applications
Frontiers in Artificial Intelligence
Frontiers in Neuroscience
Future Generation Computer Systems
Human Brain Mapping
IEEE Access
IEEE Communications Magazine
Image and Vision Computing
Information Fusion
Information Processing & Management
Information Processing and Management
Information Sciences
Knowledge-Based Systems
Language Resources and Evaluation
Machine Learning
Machine Vision and Applications
Mathematics
Mechanical Systems and Signal Processing
Medical Image Analysis
Medical Physics
Multimedia Systems
Multimedia Tools and Applications
Nature
Nature Astronomy
Nature Biomedical Engineering
Nature Biotechnology
Nature Climate Change
Nature Communications
Nature Computational Science
Nature Human Behaviour
Nature Machine Intelligence
Nature Medicine
Nature Methods
Nature Physics
Nature Scientific Data
Neural Computation
Neural Computing and Applications
Neural Networks
Neural Processing Letters
Neurocomputing
NeuroImage
Neuroimage
npj Digital Medicine
Optics Express
Pattern Analysis and Applications
Pattern Recognition
Pattern Recognition Letters
Philosophy of Science
PLOS ONE
PLoS ONE
PLOS Computational Biology
Proceedings of the IEEE
Proceedings of the National Academy of Sciences
Remote Sensing
Remote Sensing of Environment
Robotics and Autonomous Systems
Science
Science Advances
Science Robotics
Scientific Data
Scientific Reports
Semantic Web
Sensors
Signal Processing
Signal Processing: Image Communication
Social Network Analysis and Mining
Speech Communication
The Visual Computer
User Modeling and User-Adapted Interaction
Visual Intelligence
""".strip().splitlines()
)
"""Journals whose names do not say that they are journals."""
