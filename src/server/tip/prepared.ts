// What does each action about tips get ready before its transaction? Slow hashing, files, running numbers.
import type { Prepared } from './intake.ts';
import type { PreparedKeeper, PreparedShare } from './keeper.ts';
import type { PreparedClue } from './office.ts';
import type { PreparedAnswer, PreparedIdentity, PreparedPart } from './opening.ts';

export interface TipPrepared {
  readonly 'tip.submit': Prepared;
  readonly 'tip.enter': Prepared;
  readonly 'tip.add': Prepared;
  readonly 'tip.triage': PreparedClue;
  readonly 'tip.enrolKeeper': PreparedKeeper;
  readonly 'tip.replaceKeeper': PreparedShare;
  readonly 'tip.askIdentity': PreparedPart;
  readonly 'tip.grantIdentity': PreparedAnswer;
  readonly 'tip.readIdentity': PreparedIdentity;
}
