/* Tables kept by hand: which codes go together, after common practice. */
#include "profiles.h"

/* clang-format off */
#define LIST(...) (const char *const[]){__VA_ARGS__, NULL}
#define RUNGS(...) LIST(__VA_ARGS__)
#define M INT64_C(1000000)
#define ASSAYS(...) (const struct cc_assay[]){__VA_ARGS__, {.code = NULL}}

static const struct cc_ladder imwg = {"imwg-2016",
	RUNGS("sMRD-", "MRD-", "sCR", "CR", "VGPR", "PR", "MR", "SD"), "PD"};
static const struct cc_ladder eln_aml = {"eln-2022-aml",
	RUNGS("CR-MRD-", "CRh-MRD-", "CR", "CRh", "CRi", "MLFS", "PR", "NR"),
	"refractory"};
static const struct cc_ladder lugano = {"lugano-2014",
	RUNGS("CMR", "CR", "PMR", "PR", "NMR", "SD"), "PD"};
static const struct cc_ladder iwcll = {"iwcll-2018",
	RUNGS("CR+uMRD", "CR", "CRi", "nPR", "PR", "PR-L", "SD"), "PD"};
static const struct cc_ladder recist = {"recist-1.1",
	RUNGS("CR", "PR", "SD", "NON-CR/NON-PD"), "PD"};
static const struct cc_ladder eln_cml = {"cml-eln-2020",
	RUNGS("MR4.5", "MR4", "MMR", "CCyR", "CHR"), NULL};
static const struct cc_ladder amyloid = {"al-amyloidosis",
	RUNGS("CR", "VGPR", "PR", "NR"), NULL};
static const struct cc_ladder nccn_all = {"all-nccn",
	RUNGS("MRD-", "CR", "CRi", "NR"), "refractory"};

static const char *const blood_harms[] = {"neutropenia", "thrombocytopenia",
	"anaemia", "febrile-neutropenia", "pneumonia", "sepsis", "fever",
	"herpes-zoster", "peripheral-neuropathy", "rash", "diarrhoea", "fatigue",
	"bacteraemia", "mucositis", "nausea", "tumour-lysis", "thrombosis",
	"alt-increased", "hyperglycaemia", "acute-kidney-injury",
	"hypogammaglobulinaemia", "urinary-tract-infection", "invasive-aspergillosis",
	"covid-19", "atrial-fibrillation", "admission", "icu", NULL};
static const char *const graft_harms[] = {"febrile-neutropenia", "mucositis",
	"acute-gvhd", "chronic-gvhd", "cmv-reactivation", "ebv-reactivation",
	"bk-viraemia", "haemorrhagic-cystitis", "veno-occlusive-disease",
	"thrombotic-microangiopathy", "bacteraemia", "invasive-aspergillosis",
	"neutropenia", "sepsis", "pneumonia", "hhv-6", "candidaemia",
	"neutrophil-engraftment", "platelet-engraftment", "full-chimerism", "icu",
	NULL};
static const char *const solid_harms[] = {"rash", "diarrhoea", "fatigue",
	"nausea", "vomiting", "pneumonitis", "colitis", "hepatitis",
	"hypothyroidism", "neutropenia", "anaemia", "hand-foot-syndrome",
	"paronychia", "peripheral-neuropathy", "alt-increased", "pleural-effusion",
	"pulmonary-embolism", "bone-pain", "weight-loss", "admission",
	"febrile-neutropenia", "hypertension", "proteinuria", NULL};
static const char *const immune_harms[] = {"herpes-zoster", "pneumonia",
	"urinary-tract-infection", "steroid-diabetes", "avascular-necrosis",
	"creatinine-increased", "oedema", "arthralgia", "rash", "hypertension",
	"covid-19", "influenza", "leukopenia", "osteonecrosis-of-jaw", "flare",
	"admission", "thrombosis", "bk-viraemia", "cmv-reactivation", NULL};
static const char *const acute_harms[] = {"crs", "icans", "fever",
	"hypotension", "hypoxia", "neutropenia", "hlh", "seizure", "aphasia",
	"acute-kidney-injury", "dic", "arrhythmia", "delirium", "icu",
	"septic-shock", "respiratory-failure", NULL};
static const char *const blood_acts[] = {"pet-ct", "bone-marrow-biopsy",
	"bone-marrow-aspirate", "ct", "mri", "lumbar-puncture",
	"red-cell-transfusion", "platelet-transfusion", "catheter-insertion",
	"echocardiography", "whole-body-mri", "biopsy", "bronchoscopy", NULL};
static const char *const solid_acts[] = {"ct", "pet-ct", "mri", "biopsy",
	"bone-scan", "resection", "lobectomy", "radiotherapy-session",
	"drainage", "stent", "bronchoscopy", "craniotomy", "ablation", NULL};
static const char *const immune_acts[] = {"kidney-biopsy", "ultrasound", "ct",
	"biopsy", "echocardiography", "vaccination", "fistula-creation",
	"catheter-insertion", "plasma-exchange-session", "skin-biopsy", NULL};
static const char *const acute_acts[] = {"intubation", "ct", "lumbar-puncture",
	"mri", "platelet-transfusion", "catheter-insertion", "echocardiography",
	"resuscitation", "bronchoscopy", NULL};
static const char *const blood_support[] = {"zoledronic-acid", "aciclovir",
	"G-CSF", "co-trimoxazole", "ivig", "posaconazole", "entecavir",
	"levofloxacin", "allopurinol", "aspirin", "rivaroxaban", "radiotherapy",
	"transfusion-support", "voriconazole", NULL};
static const char *const graft_support[] = {"tacrolimus", "ciclosporin", "MMF",
	"letermovir", "ruxolitinib", "prednisolone", "posaconazole", "ganciclovir",
	"foscarnet", "defibrotide", "ursodeoxycholic-acid", "ibrutinib",
	"extracorporeal-photopheresis", "meropenem", NULL};
static const char *const solid_support[] = {"denosumab", "radiotherapy",
	"whole-brain-radiotherapy", "stereotactic-radiotherapy", "dexamethasone",
	"low-molecular-weight-heparin", "bevacizumab", "palliative-care",
	"prednisone", NULL};
static const char *const immune_support[] = {"prednisolone", "prednisone",
	"hydroxychloroquine", "ramipril", "losartan", "amlodipine", "tacrolimus",
	"MMF", "azathioprine", "belimumab", "haemodialysis", "plasma-exchange",
	"co-trimoxazole", "valganciclovir", "dapagliflozin", "furosemide", NULL};
static const char *const acute_support[] = {"tocilizumab", "dexamethasone",
	"noradrenaline", "meropenem", "vancomycin", "levetiracetam", "anakinra",
	"mechanical-ventilation", "high-flow-oxygen", "CRRT", "caspofungin",
	"methylprednisolone", "G-CSF", NULL};
static const char *const nodes[] = {"cervical-nodes", "axillary-nodes",
	"mediastinal-nodes", "retroperitoneal-nodes", "inguinal-nodes", "spleen",
	"stomach", "testis", "brain", "bone", "tonsil", "liver", NULL};
static const char *const bones[] = {"T10", "L2", "L4", "rib", "sternum", "pelvis",
	"skull", "femur", "stomach", "pleura", "retroperitoneum", "liver",
	"soft-tissue", NULL};
static const char *const organs[] = {"right-upper-lobe", "left-lower-lobe",
	"liver", "brain", "adrenal", "pleura", "lumbar-spine", "mediastinal-nodes",
	"supraclavicular-nodes", "bone", "peritoneum", NULL};

#define MYELOMA_ASSAYS ASSAYS( \
	{"m-protein", "g/L", 2*M, 52*M, -1, -1, 0, false, 6}, \
	{"marrow-plasma-cells", "%", 2*M, 45*M, -1, -1, 0, false, 10}, \
	{"flc-ratio", "1", M, 180*M, 260000, 1650000, 0, true, 10}, \
	{"free-lambda", "mg/L", 18*M, 2100*M, 5710000, 26300000, 0, true, 8}, \
	{"free-kappa", "mg/L", 12*M, 9*M, 3300000, 19400000, 0, true, 8}, \
	{"beta-2-microglobulin", "mg/L", 2*M, 9*M, M, 3*M, 0, false, 6}, \
	{"mrd-flow", "%", 2000, 900000, -1, -1, 1000, true, 15})
#define LEUKAEMIA_ASSAYS ASSAYS( \
	{"marrow-blasts", "%", 2*M, 78*M, -1, 5*M, 0, false, 9}, \
	{"blood-blasts", "%", 1*M, 44*M, -1, -1, 0, false, 12}, \
	{"npm1-mrd", "%", 800, 80*M, -1, -1, 1000, true, 20}, \
	{"donor-chimerism", "%", 98*M, 55*M, 95*M, -1, 0, false, 1}, \
	{"wt1", "%", 200000, 40*M, -1, 600000, 0, true, 15})
#define LYMPHOMA_ASSAYS ASSAYS( \
	{"ldh", "U/L", 190*M, 1250*M, 120*M, 250*M, 0, false, 8}, \
	{"suvmax", "1", 2*M, 24*M, -1, -1, 0, false, 8}, \
	{"ctdna", "%", 3000, 12*M, -1, -1, 5000, true, 20}, \
	{"metabolic-tumour-volume", "mL", 3*M, 820*M, -1, -1, 0, false, 10}, \
	{"cd19-b-cells", "10^6/L", 140*M, 2*M, -1, -1, 0, false, 15})
#define SOLID_ASSAYS ASSAYS( \
	{"sum-of-diameters", "mm", 22*M, 104*M, -1, -1, 0, false, 5}, \
	{"cea", "ug/L", 3*M, 240*M, -1, 5*M, 0, true, 9}, \
	{"ca-125", "kU/L", 20*M, 900*M, -1, 35*M, 0, true, 9}, \
	{"ctdna", "%", 5000, 9*M, -1, -1, 5000, true, 20})
#define KIDNEY_ASSAYS ASSAYS( \
	{"upcr", "g/g", 200000, 6200000, -1, 200000, 0, false, 12}, \
	{"creatinine", "umol/L", 82*M, 310*M, 41*M, 97*M, 0, false, 7}, \
	{"egfr", "mL/min/1.73m2", 88*M, 21*M, 90*M, -1, 0, false, 6}, \
	{"anti-dsdna", "IU/mL", 18*M, 700*M, -1, 30*M, 0, true, 12}, \
	{"c3", "g/L", 1150000, 420000, 900000, 1800000, 0, false, 6}, \
	{"tacrolimus-trough", "ug/L", 7*M, 11*M, 5*M, 12*M, 0, false, 15})
#define ACUTE_ASSAYS ASSAYS( \
	{"temperature", "°C", 36800000, 40100000, 36*M, 37300000, 0, false, 1}, \
	{"ferritin", "ug/L", 420*M, 31000*M, 30*M, 400*M, 0, true, 10}, \
	{"interleukin-6", "ng/L", 6*M, 9800*M, -1, 7*M, 0, true, 20}, \
	{"ice-score", "1", 10*M, 2*M, -1, -1, 0, false, 0}, \
	{"lactate", "mmol/L", 1200000, 7800000, 500000, 2200000, 0, false, 9}, \
	{"heart-rate", "/min", 84*M, 142*M, 60*M, 100*M, 0, false, 5}, \
	{"car-copies", "copies/ug", 300*M, 90000*M, -1, -1, 100*M, true, 20})

const struct cc_assay cc_common_assays[] = {
	{"haemoglobin", "g/L", 128*M, 79*M, 115*M, 150*M, 0, false, 4},
	{"platelets", "10^9/L", 210*M, 34*M, 125*M, 350*M, 0, false, 10},
	{"neutrophils", "10^9/L", 3800000, 300000, 1800000, 6300000, 0, false, 15},
	{"wbc", "10^9/L", 6100000, 48*M, 3500000, 9500000, 0, true, 12},
	{"crp", "mg/L", 4*M, 168*M, -1, 8*M, 0, false, 20},
	{"albumin", "g/L", 42*M, 26*M, 40*M, 55*M, 0, false, 4},
	{"creatinine", "umol/L", 74*M, 150*M, 41*M, 97*M, 0, false, 7},
	{"ldh", "U/L", 185*M, 640*M, 120*M, 250*M, 0, false, 9},
	{"alt", "U/L", 24*M, 130*M, 7*M, 50*M, 0, false, 15},
	{"lvef", "%", 63*M, 44*M, 50*M, -1, 0, false, 3},
	{"igg", "g/L", 9*M, 3*M, 7*M, 16*M, 0, false, 6},
	{"ferritin", "ug/L", 180*M, 4200*M, 30*M, 400*M, 0, true, 10},
	{.code = NULL}};

const struct cc_profile cc_profiles[] = {
	{.code = "multiple-myeloma", .en = "Myeloma", .zh = "多发性骨髓瘤", .ladder = &imwg,
	 .stages = LIST("ISS II", "DS IIIA, ISS III, R-ISS II", "R-ISS III", "R2-ISS IV"),
	 .first = LIST("VRd", "DVRd", "VCd", "KRd", "Isa-VRd", "VTd", "DRd", "VMP"),
	 .later = LIST("DKd", "IsaPd", "KPd", "SVd", "EPd", "Pd", "DKPd", "VDT-PACE", "IsaKd", "teclistamab", "talquetamab", "belantamab-mafodotin"),
	 .maintenance = LIST("lenalidomide", "Dara-R", "ixazomib", "Rd"),
	 .conditioning = LIST("Mel200", "Mel140", "Bu-Mel"), .graft = "auto-sct",
	 .cells = LIST("ide-cel", "cilta-cel", "eque-cel", "zevor-cel"),
	 .support = blood_support, .harms = blood_harms, .acts = blood_acts, .sites = bones,
	 .findings = LIST("t(4;14)", "1q21 gain", "RB1 deletion", "del(17p)", "hyperdiploidy", "del(13q)", "TP53", "KRAS", "NRAS", "MYC rearrangement", "BCMA loss", "GPRC5D loss"),
	 .evolves = "plasma-cell-leukaemia", .assays = MYELOMA_ASSAYS,
	 .days_least = 300, .days_most = 4700, .age_least = 38, .age_most = 81, .weight = 20},
	{.code = "aml", .en = "AML", .zh = "急性髓系白血病", .ladder = &eln_aml,
	 .stages = LIST("ELN 2022 favourable", "ELN 2022 intermediate", "ELN 2022 adverse"),
	 .first = LIST("7+3", "IA", "Ven-Aza", "CPX-351", "HAA"),
	 .later = LIST("FLAG-Ida", "Ven-FLAG-Ida", "gilteritinib", "CLAG-M", "MEC", "Ven-Dec", "ivosidenib"),
	 .maintenance = LIST("HiDAC", "IDAC", "oral-azacitidine", "midostaurin"),
	 .conditioning = LIST("Flu-Bu", "Bu-Cy", "Flu-Mel", "Cy-TBI"), .graft = "allo-sct",
	 .support = graft_support, .harms = graft_harms, .acts = blood_acts,
	 .findings = LIST("NPM1", "FLT3-ITD", "DNMT3A", "IDH2", "RUNX1", "TP53", "46,XX", "complex karyotype", "KMT2A rearrangement", "trisomy 8", "ASXL1", "SRSF2", "STAG2"),
	 .assays = LEUKAEMIA_ASSAYS,
	 .days_least = 90, .days_most = 2200, .age_least = 18, .age_most = 78, .weight = 14},
	{.code = "b-all", .en = "B-ALL", .zh = "急性 B 淋巴细胞白血病", .ladder = &nccn_all,
	 .stages = LIST("standard risk", "high risk, CNS 1"),
	 .first = LIST("hyper-CVAD", "VDCLP", "VDLP", "mini-hyper-CVD"),
	 .later = LIST("blinatumomab", "inotuzumab", "FLAG-Ida", "VDP"),
	 .maintenance = LIST("POMP", "VP", "CAM"),
	 .conditioning = LIST("Cy-TBI", "Bu-Cy", "Flu-Treo"), .graft = "haplo-sct",
	 .cells = LIST("tisa-cel", "brexu-cel", "inati-cel", "obe-cel"),
	 .support = graft_support, .harms = graft_harms, .acts = blood_acts,
	 .findings = LIST("KMT2A rearrangement", "Ph-like", "hyperdiploidy", "t(9;22)", "TP53", "CD19 loss", "complex karyotype"),
	 .assays = LEUKAEMIA_ASSAYS,
	 .days_least = 150, .days_most = 2600, .age_least = 3, .age_most = 62, .weight = 7},
	{.code = "cml", .en = "CML", .zh = "慢性髓性白血病", .ladder = &eln_cml,
	 .stages = LIST("chronic phase, ELTS low", "chronic phase, ELTS high"),
	 .first = LIST("imatinib", "dasatinib", "nilotinib", "flumatinib"),
	 .later = LIST("ponatinib", "asciminib", "bosutinib", "olverembatinib", "treatment-free-remission"),
	 .support = blood_support, .harms = blood_harms, .acts = blood_acts,
	 .findings = LIST("t(9;22)", "T315I", "trisomy 8", "ASXL1"),
	 .evolves = "cml-blast-phase",
	 .assays = ASSAYS({"bcr-abl1-is", "%", 2500, 82*M, -1, 100000, 1000, true, 15}),
	 .days_least = 700, .days_most = 7300, .age_least = 19, .age_most = 74, .weight = 7},
	{.code = "dlbcl", .en = "DLBCL", .zh = "弥漫大 B 细胞淋巴瘤", .ladder = &lugano,
	 .stages = LIST("Ann Arbor IIIB, IPI 3", "Ann Arbor IVA, IPI 4", "Ann Arbor IIA", "Lugano stage IIX bulky, CNS-IPI 5"),
	 .first = LIST("R-CHOP", "Pola-R-CHP", "DA-EPOCH-R", "R-mini-CHOP"),
	 .later = LIST("R-ICE", "R-DHAP", "R-GemOx", "Pola-BR", "Tafa-Len", "glofitamab", "epcoritamab", "Glofit-GemOx"),
	 .conditioning = LIST("BEAM", "BeEAM", "Thio-Carm"), .graft = "auto-sct",
	 .cells = LIST("axi-cel", "liso-cel", "relma-cel", "tisa-cel"),
	 .support = blood_support, .harms = blood_harms, .acts = blood_acts, .sites = nodes,
	 .findings = LIST("MYC and BCL2 rearrangement", "BCL6 rearrangement", "TP53", "EZH2", "MYD88 L265P", "CD19 loss"),
	 .assays = LYMPHOMA_ASSAYS,
	 .days_least = 200, .days_most = 2900, .age_least = 24, .age_most = 84, .weight = 12},
	{.code = "hodgkin-lymphoma", .en = "Hodgkin lymphoma", .zh = "霍奇金淋巴瘤", .ladder = &lugano,
	 .stages = LIST("Ann Arbor IIA", "Ann Arbor IVB"),
	 .first = LIST("ABVD", "BV-AVD", "escBEACOPP", "BrECADD", "N-AVD"),
	 .later = LIST("BV-AVD", "R-ICE", "pembrolizumab", "tislelizumab", "GDP", "brentuximab"),
	 .maintenance = LIST("brentuximab"), .conditioning = LIST("BEAM"), .graft = "auto-sct",
	 .support = blood_support, .harms = blood_harms, .acts = blood_acts, .sites = nodes,
	 .assays = LYMPHOMA_ASSAYS,
	 .days_least = 150, .days_most = 3600, .age_least = 16, .age_most = 70, .weight = 5},
	{.code = "cll", .en = "CLL", .zh = "慢性淋巴细胞白血病", .ladder = &iwcll,
	 .stages = LIST("Rai II, Binet B", "Rai IV, Binet C, CLL-IPI 5"),
	 .first = LIST("observation", "FCR", "ibrutinib", "VenO", "zanubrutinib", "BR"),
	 .later = LIST("VenR", "acalabrutinib", "pirtobrutinib", "IbruVen", "orelabrutinib"),
	 .support = blood_support, .harms = blood_harms, .acts = blood_acts, .sites = nodes,
	 .findings = LIST("IGHV unmutated", "del(17p)", "trisomy 12", "del(11q)", "TP53", "BTK C481S", "del(13q)"),
	 .evolves = "richter",
	 .assays = ASSAYS({"lymphocytes", "10^9/L", 2*M, 180*M, 1100000, 3200000, 0, true, 10},
		{"spleen-size", "cm", 11*M, 22*M, -1, -1, 0, false, 4},
		{"mrd-flow", "%", 2000, 40*M, -1, -1, 1000, true, 15}),
	 .days_least = 900, .days_most = 7600, .age_least = 45, .age_most = 86, .weight = 6},
	{.code = "al-amyloidosis", .en = "AL amyloidosis", .zh = "轻链型淀粉样变性", .ladder = &amyloid,
	 .stages = LIST("Mayo 2012 stage III", "Mayo 2004 stage IIIa, renal stage II"),
	 .first = LIST("Dara-CyBorD", "VCd"), .later = LIST("Pd", "DPd", "ixazomib", "Rd"),
	 .conditioning = LIST("Mel140"), .graft = "auto-sct",
	 .support = blood_support, .harms = blood_harms, .acts = blood_acts,
	 .findings = LIST("t(11;14)", "1q21 gain", "hyperdiploidy"),
	 .assays = ASSAYS({"dflc", "mg/L", 9*M, 610*M, -1, -1, 0, false, 8},
		{"nt-probnp", "ng/L", 900*M, 9200*M, -1, 125*M, 0, true, 9},
		{"urine-protein", "g/24h", 900000, 8200000, -1, 150000, 0, false, 9},
		{"troponin-t", "ng/L", 14*M, 96*M, -1, 14*M, 0, true, 9}),
	 .days_least = 200, .days_most = 2600, .age_least = 44, .age_most = 79, .weight = 4},
	{.code = "nsclc", .en = "EGFR-mutated lung cancer", .zh = "EGFR 突变非小细胞肺癌", .ladder = &recist,
	 .stages = LIST("cT2aN2M1b, IVA", "IVB", "IIIA"),
	 .first = LIST("osimertinib", "gefitinib", "carboplatin-pemetrexed", "almonertinib", "carboplatin-pemetrexed-pembrolizumab"),
	 .later = LIST("osimertinib", "carboplatin-paclitaxel", "savolitinib", "amivantamab", "Dato-DXd", "ivonescimab", "anlotinib", "T-DXd"),
	 .support = solid_support, .harms = solid_harms, .acts = solid_acts, .sites = organs,
	 .findings = LIST("EGFR exon 19 deletion", "EGFR L858R", "EGFR T790M", "MET amplification", "TP53", "EGFR C797S", "PIK3CA"),
	 .assays = SOLID_ASSAYS,
	 .days_least = 200, .days_most = 2900, .age_least = 36, .age_most = 83, .weight = 8},
	{.code = "breast-cancer", .en = "HER2-positive breast cancer", .zh = "HER2 阳性乳腺癌", .ladder = &recist,
	 .stages = LIST("cT3N1M0", "ypT1cN1a", "IV"),
	 .first = LIST("TCbHP", "AC-T", "TH-P"), .later = LIST("T-DM1", "T-DXd", "capecitabine", "pyrotinib", "sacituzumab-govitecan"),
	 .maintenance = LIST("trastuzumab", "letrozole"),
	 .support = solid_support, .harms = solid_harms, .acts = solid_acts, .sites = organs,
	 .findings = LIST("HER2 amplification", "PIK3CA", "TP53", "BRCA2"), .assays = SOLID_ASSAYS,
	 .days_least = 400, .days_most = 5800, .age_least = 28, .age_most = 79, .weight = 4},
	{.code = "lupus-nephritis", .en = "Lupus nephritis", .zh = "狼疮性肾炎",
	 .stages = LIST("ISN/RPS IV-G (A)", "ISN/RPS III + V", "class IV"),
	 .first = LIST("cyclophosphamide", "MMF", "methylprednisolone"),
	 .later = LIST("rituximab", "belimumab", "voclosporin", "obinutuzumab", "MMF"),
	 .maintenance = LIST("azathioprine", "MMF"),
	 .support = immune_support, .harms = immune_harms, .acts = immune_acts,
	 .evolves = "eskd", .assays = KIDNEY_ASSAYS,
	 .days_least = 500, .days_most = 7000, .age_least = 14, .age_most = 58, .weight = 6},
	{.code = "anca-vasculitis", .en = "ANCA vasculitis", .zh = "ANCA 相关性血管炎",
	 .stages = LIST("MPO-ANCA, BVAS 19"),
	 .first = LIST("rituximab", "cyclophosphamide"), .later = LIST("rituximab", "MMF"),
	 .maintenance = LIST("rituximab", "azathioprine"),
	 .support = immune_support, .harms = immune_harms, .acts = immune_acts,
	 .assays = KIDNEY_ASSAYS,
	 .days_least = 300, .days_most = 4300, .age_least = 31, .age_most = 80, .weight = 3},
	{.code = "sepsis", .en = "CAR-T toxicity", .zh = "CAR-T 细胞治疗毒性",
	 .stages = LIST("SOFA 9"),
	 .first = LIST("meropenem", "tocilizumab", "noradrenaline"),
	 .later = LIST("vancomycin", "anakinra", "dexamethasone", "CRRT"),
	 .support = acute_support, .harms = acute_harms, .acts = acute_acts,
	 .assays = ACUTE_ASSAYS,
	 .days_least = 2, .days_most = 24, .age_least = 20, .age_most = 77, .weight = 4},
};
const size_t cc_profile_count = sizeof(cc_profiles) / sizeof(cc_profiles[0]);

const struct cc_dosing cc_dosings[] = {
	{"prednisolone", "mg/d", 60*M, true}, {"prednisone", "mg/d", 50*M, true},
	{"dexamethasone", "mg/d", 20*M, true}, {"methylprednisolone", "mg/d", 500*M, true},
	{"imatinib", "mg/d", 400*M, false}, {"dasatinib", "mg/d", 100*M, false},
	{"nilotinib", "mg/d", 600*M, false}, {"ponatinib", "mg/d", 45*M, false},
	{"ruxolitinib", "mg/d", 20*M, false}, {"MMF", "g/d", 2*M, false},
	{"tacrolimus", "mg/d", 6*M, false}, {"ciclosporin", "mg/kg/d", 3*M, true},
	{"lenalidomide", "mg/d", 10*M, false}, {"ixazomib", "mg", 4*M, false},
	{"osimertinib", "mg/d", 80*M, false}, {"gefitinib", "mg/d", 250*M, false},
	{"azathioprine", "mg/d", 100*M, false}, {"noradrenaline", "ug/kg/min", 250000, true},
	{"ibrutinib", "mg/d", 420*M, false}, {"zanubrutinib", "mg/d", 320*M, false},
	{"amlodipine", "mg/d", 5*M, false}, {"ramipril", "mg/d", 5*M, false},
	{"hydroxychloroquine", "mg/d", 400*M, false}, {"entecavir", "mg/d", 500000, false},
	{"aspirin", "mg/d", 100*M, false}, {"letermovir", "mg/d", 480*M, false},
};
const size_t cc_dosing_count = sizeof(cc_dosings) / sizeof(cc_dosings[0]);
