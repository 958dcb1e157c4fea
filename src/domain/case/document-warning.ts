// What should an officer look at before a paper is issued?
import type { Label } from '../kernel/label.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { type Paper, paperText } from '../report/paper.ts';
import { type CaseFile, lastStep, moneyAt, zhDay } from './document-file.ts';
import { noticeInTime } from './document-hearing.ts';
import { evidenceDue } from './document-kept.ts';
import { LAW, type LawStatement } from './document-law.ts';
import { citedArticle } from './document-part.ts';
import { type Party, penalisedBy } from './document-party.ts';
import type { DocumentRule } from './document-table.ts';

/** What is asked of: the step it tells of, the party it is for. */
interface About {
  readonly step: StepTaken | undefined;
  readonly party: Party | undefined;
}

export function warningsOf(file: CaseFile, rule: DocumentRule, paper: Paper, about: About): readonly Label[] {
  const warnings = [
    hearingWarning(file, rule),
    apartWarning(file, rule, about),
    lateWarning(file, rule, about),
  ];
  const words = paperText(paper);
  return [
    ...warnings.filter((each) => each !== null),
    ...memoryStatements()
      .filter((statement) => words.includes(citedArticle(statement.article)))
      .map(
        (statement): Label => [
          `所引${statement.article}（${statement.words}）未与官方文本核对，请法制人员核对`,
          `${statement.article} was cited from memory; a lawyer should compare it`,
        ],
      ),
  ];
}

/** One act is not punished by two papers; one paper for several must tell what each is to bear. */
function apartWarning(file: CaseFile, rule: DocumentRule, { party }: About): Label | null {
  if (!rule.apart?.joint || penalisedBy(file, lastStep(file, rule.apart.by)).length < 2) return null;
  const joint = file.issued.some((paper) => paper.name === rule.kind);
  const apart = file.issued.some((paper) => paper.name.startsWith(`${rule.kind}-p`));
  if (party ? joint : apart)
    return [
      '同一处罚已签发另一形式的决定书，两种形式只能用一种，请勿重复送达',
      'A decision in the other form was issued already: serve one of the two only',
    ];
  return party
    ? null
    : [
        '本案有多名当事人，一般应当每人一份决定书；只有共同实施同一违法行为的，才可以合并制作，并须分别载明每人的处罚',
        'There are several parties: make a decision for each, unless they acted together and each one’s penalty is stated',
      ];
}

/** 行政处罚法56, 64(2), by the county's own calendar. */
function lateWarning(file: CaseFile, rule: DocumentRule, { step }: About): Label | null {
  if (!step) return null;
  if (rule.kind === 'evidenceDecision') {
    const due = evidenceDue(file, step);
    return due !== null && step.on > due
      ? [
          `处理决定超过了七个工作日（应在${zhDay(due)}前作出），登记保存期满后的物品不得继续留置（行政处罚法第56条）`,
          `The decision is later than the seven working days (by ${due})`,
        ]
      : null;
  }
  return rule.kind === 'hearingSummons' && noticeInTime(file, step) === false
    ? [
        '通知之日与听证之日之间不足七个完整的工作日，宜另定听证日期（行政处罚法第64条第2项）',
        'Less than seven whole working days lie before the hearing: better set a later day',
      ]
    : null;
}

function memoryStatements(): readonly LawStatement[] {
  return Object.values<LawStatement>(LAW).filter((statement) => statement.status === 'memory');
}

/** 行政处罚法63: a large fine obliges to offer a hearing; what is large is the county's own rule. */
function hearingWarning(file: CaseFile, rule: DocumentRule): Label | null {
  if (rule.kind !== 'penaltyNotice' && rule.kind !== 'penaltyDecision') return null;
  const notice = lastStep(file, 'notify');
  if (!notice || notice.values.hearing === 'offered') return null;
  const { hearingCitizen, hearingOrganisation, hearingDocNo } = file.setting;
  const limits = [hearingCitizen, hearingOrganisation].filter((limit) => limit !== undefined);
  const fine = (moneyAt(notice.values, 'fine') ?? 0) / 100;
  if (limits.length === 0)
    return [
      '本县尚未设置听证标准（较大数额罚款），请自行核对是否应当告知听证（行政处罚法第63条）',
      'The county has set no threshold for hearings; check whether one must be offered',
    ];
  return fine >= Math.min(...limits)
    ? [
        `拟罚款${fine}元，达到本县听证标准（${hearingDocNo ?? '文号未填'}），未告知听证权利不得作出决定（行政处罚法第63条）`,
        `The fine of ${fine} yuan reaches the county's threshold, and no hearing was offered`,
      ]
    : null;
}
