// What facts does an assessment stand on? Absent is unknown, never no.
import type { Day } from '../kernel/day.ts';
import type { Label } from '../kernel/label.ts';
import type { Fen } from '../kernel/money.ts';
import type { ActCode } from './fact-act.ts';
import type { CircumstanceCode } from './fact-circumstance.ts';
import type { State } from './fact-state.ts';
import type { PermitTypeCode, ProtectionLevel } from './taxonomy.ts';
import type { AnimalItem } from './valuation-line.ts';

/** One stated act. Several codes: it is one of them, which is not said (交易: bought or sold). Empty: not understood. */
export interface ActStatement {
  readonly text: string;
  readonly codes: readonly ActCode[];
}

/** What the facts say of an animal beside its value. */
export interface AnimalMore {
  /** Class stated by an identification report (法释〔2022〕12号第17条); counts where our lists give none. */
  readonly statedLevel?: ProtectionLevel;
  /** On appendix I or II of CITES. */
  readonly cites?: boolean;
  /** Managed as nationally protected by approval (野生动物保护法第37条第4款). */
  readonly approved?: boolean;
  /** Of a captive population taken off the national list (野生动物保护法第29条第2款). */
  readonly former?: boolean;
  readonly terrestrial?: boolean;
}

export type Animal = AnimalItem & AnimalMore;

export interface Permit {
  readonly held: State;
  /** Empty: held, but which is not said. */
  readonly kinds: readonly PermitTypeCode[];
  /** Kinds said not to be held, beside those that are. */
  readonly lacks?: readonly PermitTypeCode[];
}

export interface Method {
  readonly text: string;
  /** Whether its use is banned where known: exact row of the table of tools. */
  readonly banned: State;
  /** Electricity, poison or explosives: what art. 3 singles out in fishing. */
  readonly destructive?: boolean;
  readonly reason: Label;
  readonly missing: readonly Label[];
}

export interface PriorAct {
  readonly day: Day | null;
  readonly acts: readonly ActStatement[];
  /** Fen as stated, or null: then by its animals. */
  readonly value: Fen | null;
  readonly animals: readonly Animal[];
  readonly handled: State;
  readonly penalised: State;
  /** Day of the penalty where it differs from the act's. */
  readonly penalisedOn: Day | null;
  /** Fry, gravid parents or in a germplasm reserve (法释〔2022〕12号第3条第1款第2项). */
  readonly special: State;
  /** Whether it can still be prosecuted by itself (法释〔2022〕12号第12条). */
  readonly prosecutable: State;
}

export interface Facts {
  /** The day of the act, or its last day where it lasted. Null: not said. */
  readonly day: Day | null;
  /** First day of an act that lasted. */
  readonly from: Day | null;
  readonly acts: readonly ActStatement[];
  readonly animals: readonly Animal[];
  /** Whether anything at all was caught or seized is not said. */
  readonly animalsStated: boolean;
  readonly methods: readonly Method[];
  /** The list of tools and methods was given and holds none: nothing was used that could be banned. */
  readonly noMethod: boolean;
  readonly bannedMethod: State;
  /** The same as far as it is said outright, not by the table of hunting tools: what fishing goes by. */
  readonly saidBanned: State;
  readonly banArea: State;
  readonly banPeriod: State;
  /** The notices named, for the reasons. */
  readonly banAreaText: string | null;
  readonly banPeriodText: string | null;
  readonly place: string | null;
  readonly permit: Permit;
  /** Fen of 违法所得, or null. */
  readonly proceeds: Fen | null;
  /** Circumstances stated: yes or no; absent is unknown. */
  readonly circumstances: ReadonlyMap<CircumstanceCode, State>;
  readonly priorActs: readonly PriorAct[];
  readonly discoveredOn: Day | null;
  /** What was written and could not be understood, with its place. */
  readonly notUnderstood: readonly Label[];
  /** How odd spellings were read. */
  readonly notes: readonly Label[];
}
