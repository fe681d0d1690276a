#include "words.h"

/* Characters of a label, at most; the case file's own limit. */
#define WORDS_MAX 2000

/* clang-format off */
static const struct cc_phrase titles[] = {
	{"two remissions, one transplant, a late relapse", "两次缓解、一次移植、晚期复发"},
	{"a response that lasted four years", "缓解持续四年"},
	{"refractory to three classes of drugs", "三类药物难治"},
	{"relapse outside the marrow", "髓外复发"},
	{"treatment stopped for toxicity, disease still gone", "因毒性停药后仍无病生存"},
	{"an unexpected clone at relapse", "复发时出现意料之外的克隆"},
	{"deep response in spite of a reduced dose", "减量治疗仍获深度缓解"},
	{"from watchful waiting to cell therapy", "从观察等待到细胞治疗"},
	{"CNS involvement under maintenance", "维持治疗中出现中枢受累"},
	{"a pregnancy between two lines of therapy", "两线治疗之间的一次妊娠"},
	{"infection after infection, then recovery", "反复感染后康复"},
	{"progression within 60 days of the first cycle", "首个疗程后 60 天内进展"},
};
static const struct cc_phrase events[] = {
	{"First visit", "首诊"}, {"Admitted from the emergency room", "急诊入院"},
	{"Fall at home", "家中跌倒"}, {"New back pain", "新发背痛"},
	{"Neutrophils below 0.1", "中性粒细胞低于 0.1"},
	{"Second opinion", "外院会诊"}, {"Travelled abroad", "出国"},
	{"Port removed", "拔除输液港"}, {"Consent withdrawn", "撤回知情同意"},
	{"Returned to work", "恢复工作"}, {"Vaccinated against RSV", "接种 RSV 疫苗"},
	{"Dose-limiting toxicity, trial treatment held", "剂量限制性毒性，暂停研究用药"},
	{"IgG below 4 g/L", "IgG 低于 4 g/L"}, {"Wishes to conceive", "备孕"},
	{"Transfusion-independent", "脱离输血"}, {"Insurance refused the drug", "医保未批准用药"},
	{"CD34+ 2.1 × 10⁶/kg only", "CD34+ 仅 2.1 × 10⁶/kg"},
	{"Lost 9 kg in two months", "两个月体重下降 9 kg"},
	{"Moved to the palliative team", "转姑息治疗"}, {"Donor cleared", "供者体检合格"},
};
static const struct cc_phrase findings[] = {
	{"no lesion left", "未见病灶"}, {"new uptake, liver segment VII", "肝Ⅶ段新发高代谢灶"},
	{"Deauville 2", "Deauville 2 分"}, {"cellularity 20 %, no blasts", "增生 20%，未见原始细胞"},
	{"all lesions smaller by half", "病灶均缩小一半"}, {"uncertain nodule, 6 mm", "性质未定结节，6 mm"},
	{"EBER negative, CD20 retained", "EBER 阴性，CD20 保留"},
	{"t(4;14) in 61 % of nuclei", "61% 细胞核见 t(4;14)"},
};
static const struct cc_phrase responses[] = {
	{"MRD not tested", "未测 MRD"}, {"CR, MRD-positive (10⁻⁴)", "CR，MRD 阳性（10⁻⁴）"},
	{"by the central review", "独立评审"}, {"old lesions grow, three new sites", "原病灶增大，新发三处"},
	{"confirmed four weeks later", "四周后确认"}, {"marrow empty", "骨髓空虚"},
	{"deepening", "缓解加深"},
};
static const struct cc_phrase relapses[] = {
	{"biopsy-proven", "活检证实"}, {"blasts 34 %", "原始细胞 34%"},
	{"molecular, under watch", "分子学复发，观察中"}, {"TP53 mutation gained", "新获 TP53 突变"},
	{"neck and mediastinum", "颈部与纵隔"}, {"CSF positive for lymphoma cells", "脑脊液见淋巴瘤细胞"},
	{"plasma-cell leukaemia", "浆细胞白血病"},
};
static const struct cc_phrase treatments[] = {
	{"dose-reduced", "减量"}, {"trial arm B", "试验 B 组"}, {"weekly", "每周一次"},
	{"without the anthracycline", "去蒽环类"}, {"compassionate use", "同情用药"},
	{"outpatient", "门诊"}, {"30 Gy in 10 fractions to T8–T11", "T8–T11 30 Gy/10 次"},
};
static const struct cc_phrase notes[] = {
	{"seven months after the last dose", "末次用药后 7 个月"},
	{"reported by the family doctor", "社区医生报告"},
	{"put off: traumatic fracture", "因外伤骨折推迟"},
	{"E. coli, sensitive to meropenem", "大肠埃希菌，对美罗培南敏感"},
	{"peripheral blood stem cells, ATG", "外周血干细胞，ATG"},
	{"counts recovered on day 19", "第 19 天血象恢复"},
	{"three doses, then refused", "三剂后拒绝"},
	{"read at another hospital", "外院阅片"},
	{"5 × 10⁶ CD3/kg", "CD3 5 × 10⁶/kg"},
	{"steroids from the same evening", "当晚起用激素"},
};
static const struct cc_phrase comments[] = {
	{"Today: anti-CD38 quadruplet up front", "如今：一线即用含抗 CD38 的四药方案"},
	{"Drug not yet licensed here", "当时国内未上市"},
	{"Pandemic: visits by telephone", "疫情期间：电话随访"},
	{"Window for a second transplant", "二次移植的时间窗"},
	{"Which came first?", "孰先孰后？"},
	{"Follow-up elsewhere, records lost", "外院随访，记录缺失"},
	{"MRD-guided stop", "依 MRD 停药"},
	{"Next time: earlier biopsy", "教训：应尽早活检"},
};
/* clang-format on */

#define SAID(table)                                                            \
	{                                                                      \
		table, G_N_ELEMENTS(table)                                     \
	}
static const struct {
	const struct cc_phrase *phrases;
	int count;
} said[] = {
    [CC_SAYING_TITLE] = SAID(titles),
    [CC_SAYING_EVENT] = SAID(events),
    [CC_SAYING_FINDING] = SAID(findings),
    [CC_SAYING_RESPONSE] = SAID(responses),
    [CC_SAYING_RELAPSE] = SAID(relapses),
    [CC_SAYING_TREATMENT] = SAID(treatments),
    [CC_SAYING_NOTE] = SAID(notes),
    [CC_SAYING_COMMENT] = SAID(comments),
};
_Static_assert(G_N_ELEMENTS(said) == CC_SAYING_COUNT, "sayings");

static void
phrase_append(
    struct cc_random *random, enum cc_saying saying, GString *en, GString *zh)
{
	const struct cc_phrase *phrase =
	    &said[saying].phrases[cc_random_below(random, said[saying].count)];

	if (en->len > 0) {
		g_string_append(en, "; ");
		g_string_append(zh, "；");
	}
	g_string_append(en, phrase->en);
	g_string_append(zh, phrase->zh);
}

static void
cut(GString *text, glong most)
{
	const glong length = g_utf8_strlen(text->str, -1);
	const char *end;

	if (length <= most)
		return;
	end = g_utf8_offset_to_pointer(text->str, most);
	/* A label does not end in a space. */
	while (end > text->str && end[-1] == ' ')
		end--;
	g_string_truncate(text, (gsize)(end - text->str));
}

void
cc_saying_draw(struct cc_random *random, enum cc_saying saying,
    enum cc_labelling labelling, GString *en, GString *zh)
{
	int phrases = 1;

	g_string_truncate(en, 0);
	g_string_truncate(zh, 0);
	if (labelling == CC_LABELLING_NORMAL && cc_random_chance(random, 20))
		phrases = 2;
	if (labelling == CC_LABELLING_LONG)
		phrases = (int)cc_random_between(random, 2, 6);
	for (int i = 0; i < phrases; i++)
		phrase_append(random, saying, en, zh);
	if (labelling != CC_LABELLING_HUGE)
		return;
	while (g_utf8_strlen(zh->str, -1) < WORDS_MAX)
		phrase_append(random, saying, en, zh);
	cut(en, WORDS_MAX);
	cut(zh, WORDS_MAX);
}
