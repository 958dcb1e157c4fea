// Which function carries out which action? A literal list.
import type { ActionBody, ActionKind } from '../../contract/action.ts';
import type { Outcome } from '../../domain/kernel/outcome.ts';
import { getKind } from '../../domain/kind.ts';
import { changeAccount, changePassword, createAccount } from '../account/index.ts';
import type { Acting, Effect } from '../acting.ts';
import { fillDocument, issueDocument, issuedBefore, sameIssue } from '../case-document/index.ts';
import type { Tx } from '../db/connection.ts';
import {
  addedBefore,
  addPosts,
  attachOriginal,
  beginImport,
  judgedBefore,
  judgePosts,
  prepareJudge,
  rescreenPosts,
  sameAddition,
  sameJudgement,
  undoPosts,
} from '../opinion/index.ts';
import { changeSetting, sameStep, takeStep } from '../procedure/index.ts';
import {
  correctRecord,
  createRecord,
  findRecord,
  prepareCreate,
  restoreRecord,
  saysTheSame,
  withdrawRecord,
} from '../record/index.ts';
import {
  createReport,
  editReport,
  findReport,
  prepareSign,
  signReport,
  withdrawReport,
  withoutFrozen,
} from '../report/index.ts';
import { moveFund, prepareProposal, proposeRewards, sameProposal } from '../reward/index.ts';
import { payAtCounter, samePayment } from '../reward-counter/index.ts';
import { answerHandover, sameAnswer } from '../seizure/index.ts';
import {
  addToTip,
  askIdentity,
  enrolKeeper,
  enterTip,
  eraseTip,
  grantIdentity,
  makeKey,
  openOriginal,
  prepareAsk,
  prepareEnrol,
  prepareErase,
  prepareFiles,
  prepareGrant,
  prepareRead,
  prepareReplace,
  prepareTriage,
  readIdentity,
  replaceKeeper,
  replyToTip,
  submitTip,
  type TipPrepared,
  tipAgain,
  tipDigest,
  triageTip,
} from '../tip/index.ts';

export interface Handler<B, P> {
  /** What must be done before the transaction: slow hashing, running numbers. */
  readonly prepare?: (acting: Acting, body: B) => Promise<P>;
  readonly run: (tx: Tx, acting: Acting, body: B, prepared: P) => Promise<Outcome<Effect>>;
  /** The subject a repeated action must have had. */
  readonly subject?: (body: B) => Effect['subject'];
  /** Whether a repeated action asks for what its first time did (`journaled`); absent: not told apart by content. */
  readonly same?: (journaled: unknown, body: B) => boolean;
  /** The answer to a repeated action. */
  readonly again?: (acting: Acting, body: B) => Promise<unknown>;
}

type Handlers = {
  readonly [K in ActionKind]:
    | Handler<ActionBody<K>, never>
    | Handler<ActionBody<K>, string>
    | (K extends keyof TipPrepared ? Handler<ActionBody<K>, TipPrepared[K]> : never);
};

const ofRecord = {
  same: saysTheSame,
  subject: (body: { kind: string; id: string }) => ({ kind: body.kind, id: body.id }),
  again: (acting: Acting, body: { kind: string; id: string }) =>
    findRecord(acting.app.db, acting.county, getKind(body.kind), body.id),
};
const ofReport = {
  subject: (body: { id: string }) => ({ kind: 'report', id: body.id }),
  again: async (acting: Acting, body: { id: string }) => {
    const report = await findReport(acting.app.db, acting.county, body.id);
    return report && withoutFrozen(report);
  },
};
const ofAccount = { subject: (body: { id: string }) => ({ kind: 'account', id: body.id }) };

const ofNewTip = {
  prepare: prepareFiles,
  subject: (body: { id: string }) => ({ kind: 'tip', id: body.id }),
  same: (journaled: unknown, body: Parameters<typeof tipDigest>[0]) =>
    (journaled as { digest?: string }).digest === tipDigest(body),
  again: tipAgain,
};
const ofOpening = { subject: (body: { id: string }) => ({ kind: 'tipOpening', id: body.id }) };
const ofTip = { subject: (body: { tip: string }) => ({ kind: 'tip', id: body.tip }) };

export const HANDLERS: Handlers = {
  'record.create': { ...ofRecord, prepare: prepareCreate, run: createRecord },
  'record.correct': { ...ofRecord, run: correctRecord },
  'record.withdraw': { ...ofRecord, run: withdrawRecord },
  'record.restore': { ...ofRecord, run: restoreRecord },
  'step.take': { subject: ofRecord.subject, same: sameStep, again: ofRecord.again, run: takeStep },
  'report.create': { ...ofReport, run: createReport },
  'report.edit': { ...ofReport, run: editReport },
  'report.sign': { ...ofReport, prepare: prepareSign, run: signReport },
  'report.withdraw': { ...ofReport, run: withdrawReport },
  'document.issue': {
    subject: (body) => ({ kind: 'document', id: body.id }),
    same: sameIssue,
    again: issuedBefore,
    run: issueDocument,
  },
  'document.fill': { subject: (body) => ({ kind: 'documentFill', id: body.case }), run: fillDocument },
  'account.create': { ...ofAccount, run: createAccount },
  'account.change': { ...ofAccount, run: changeAccount },
  'account.password': { run: changePassword },
  'handover.answer': {
    subject: (body) => ({ kind: 'seizure', id: body.id }),
    same: sameAnswer,
    again: (acting, body) => findRecord(acting.app.db, acting.county, getKind('seizure'), body.id),
    run: answerHandover,
  },
  'setting.put': { run: changeSetting },
  'opinion.add': { same: sameAddition, again: addedBefore, run: addPosts },
  'opinion.import': { subject: (body) => ({ kind: 'opinionImport', id: body.id }), run: beginImport },
  'opinion.attach': { subject: (body) => ({ kind: 'opinion', id: body.id }), run: attachOriginal },
  'opinion.judge': { same: sameJudgement, again: judgedBefore, prepare: prepareJudge, run: judgePosts },
  'opinion.undo': { same: sameJudgement, again: judgedBefore, run: undoPosts },
  'opinion.rescreen': { run: rescreenPosts },
  'tip.submit': { ...ofNewTip, run: submitTip },
  'tip.enter': { ...ofNewTip, run: enterTip },
  'tip.add': { ...ofTip, prepare: prepareFiles, run: addToTip },
  'tip.reply': { ...ofTip, run: replyToTip },
  'tip.triage': { ...ofTip, prepare: prepareTriage, run: triageTip },
  'tip.openOriginal': { ...ofTip, run: openOriginal },
  'tip.enrolKeeper': { prepare: prepareEnrol, run: enrolKeeper },
  'tip.makeKey': { subject: (body) => ({ kind: 'tipKey', id: body.id }), run: makeKey },
  'tip.replaceKeeper': {
    subject: (body) => ({ kind: 'tipKey', id: body.key }),
    prepare: prepareReplace,
    run: replaceKeeper,
  },
  'tip.askIdentity': { ...ofTip, prepare: prepareAsk, run: askIdentity },
  'tip.grantIdentity': { ...ofOpening, prepare: prepareGrant, run: grantIdentity },
  'tip.readIdentity': { ...ofOpening, prepare: prepareRead, run: readIdentity },
  'reward.propose': {
    subject: (body) => ({ kind: 'clue', id: body.clue }),
    same: sameProposal,
    again: async (_acting, body) => ({ ids: body.shares.map(({ id }) => id) }),
    prepare: prepareProposal,
    run: proposeRewards,
  },
  'reward.pay': {
    subject: (body) => ({ kind: 'reward', id: body.id }),
    same: samePayment,
    again: (acting, body) => ofRecord.again(acting, { kind: 'reward', id: body.id }),
    run: payAtCounter,
  },
  'reward.fund': { run: moveFund },
  'tip.erase': { ...ofTip, prepare: prepareErase, run: eraseTip },
};
