import type { AdmissionFault } from '../../model/burden-evidence.ts';
import type { LocalText } from '../../model/policy.ts';

export const ADMISSION_FAULTS: Readonly<Record<AdmissionFault, LocalText>> = {
  'no-approval': { 'zh-CN': '没有审批文号', en: 'no approval number' },
  'unknown-approval': {
    'zh-CN': '准入审批里没有这个文号：{found}',
    en: 'no admission has this number: {found}',
  },
  'before-approval': {
    'zh-CN': '{found} 下派，早于审批日 {limit}',
    en: 'sent down on {found}, before it was approved on {limit}',
  },
  'after-end': {
    'zh-CN': '{found} 下派，准入已于 {limit} 到期',
    en: 'sent down on {found}; admitted until {limit}',
  },
  'short-lead': {
    'zh-CN': '申请到进入社区 {found} 个工作日，应不少于 {limit} 个',
    en: '{found} working days from application to start; at least {limit} are set',
  },
  'late-decision': {
    'zh-CN': '申请到审批 {found} 个工作日，应不超过 {limit} 个',
    en: '{found} working days from application to decision; at most {limit} are set',
  },
};

export const EVIDENCE_WORDS = {
  signs: { 'zh-CN': '标识牌', en: 'Signs' },
  signsRate: {
    'zh-CN': '清理 {removed} 块，占清理前 {before} 块的 {rate}；上墙制度 {wallRules} 面。',
    en: '{removed} removed of {before}, {rate}; {wallRules} wall rules.',
  },
  signsNoStock: {
    'zh-CN':
      '清理 {removed} 块，上墙制度 {wallRules} 面。{rows} 行里只有 {stockKnown} 行写明清理前有多少，所以不算比率。',
    en: '{removed} removed, {wallRules} wall rules. Only {stockKnown} of {rows} rows say how many there were, so there is no rate.',
  },
  signsUneven: {
    'zh-CN': '{at}：清理前 {before} − 清理 {removed} ≠ 清理后 {after}',
    en: '{at}: {before} before − {removed} removed ≠ {after} after',
  },
  certificates: { 'zh-CN': '可出具的证明', en: 'Certificates that may be issued' },
  certificatesRate: {
    'zh-CN':
      '{before} 种 → {after} 种，减少 {rate}（{numerator}/{before}）；取消 {gone} 种，新增 {added} 种。',
    en: '{before} kinds → {after}, {rate} less ({numerator}/{before}); {gone} gone, {added} new.',
  },
  forms: { 'zh-CN': '报表台账', en: 'Forms and ledgers' },
  formsHead: {
    'zh-CN':
      '{forms} 张，其中停用、合并 {stopped} 张（{rate}）；留下的里写明频次和用时的 {known} 张，每年 {hours} 小时；写明数据项的 {withFields} 张。',
    en: '{forms} in all, {stopped} stopped or joined ({rate}); of those left, {known} state times and minutes and take {hours} hours a year; {withFields} name their fields.',
  },
  sharedHead: { 'zh-CN': '几个部门都要的数据项', en: 'Fields that several departments ask for' },
  field: { 'zh-CN': '数据项', en: 'Field' },
  departments: { 'zh-CN': '部门', en: 'Departments' },
  inForms: { 'zh-CN': '部门与报表', en: 'Departments and forms' },
  prefillHead: { 'zh-CN': '可以由别的报表预填的', en: 'Forms that another would fill in' },
  form: { 'zh-CN': '报表', en: 'Form' },
  filledFrom: { 'zh-CN': '可预填', en: 'Filled' },
  prefillOf: { 'zh-CN': '{form}\n← {from}', en: '{form}\n← {from}' },
  pushers: { 'zh-CN': '谁在往下派（下派任务与报表）', en: 'Who asks (tasks sent down and forms)' },
  dispatched: { 'zh-CN': '下派', en: 'Sent' },
  unapproved: { 'zh-CN': '未审批', en: 'Unapproved' },
  formCount: { 'zh-CN': '报表', en: 'Forms' },
  share: { 'zh-CN': '占比', en: 'Share' },
  cumulative: { 'zh-CN': '累计', en: 'Running' },
  points: { 'zh-CN': '扣分', en: 'Points' },
  department: { 'zh-CN': '部门', en: 'Department' },
  unnamed: { 'zh-CN': '（没有写明）', en: '(not said)' },
  noPoints: {
    'zh-CN': '每件扣几分没有公布，政策包里也没有写，所以只列件数，不算扣分。',
    en: 'Points for a task are not public and not in the pack, so that tasks are counted and no points.',
  },
  admission: { 'zh-CN': '准入审批', en: 'Admission' },
  admissionHead: {
    'zh-CN': '下派 {dispatched} 件，准入审批 {admissions} 件；不合规定 {breaches} 处。',
    en: '{dispatched} sent down, {admissions} admissions; {breaches} against the rules.',
  },
  noLimits: {
    'zh-CN': '政策包没有规定准入的工作日期限，所以没有核对期限。',
    en: 'The pack sets no limits in working days for admissions, so none were held against them.',
  },
  uncounted: {
    'zh-CN': '{count} 处缺日期，或日历没有那一年，工作日数不清。',
    en: '{count} could not be counted in working days: a day is missing, or its year is not in the calendar.',
  },
  fault: { 'zh-CN': '哪里不合', en: 'What' },
  item: { 'zh-CN': '事项、部门与位置', en: 'Item, department and place' },
  more: {
    'zh-CN': '还有 {count} 条没有列出；--out json 给出全部。',
    en: '{count} more are not drawn; --out json gives all.',
  },
} as const satisfies Record<string, LocalText>;
