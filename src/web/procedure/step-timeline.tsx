// What was done, by whom and when? Newest first; what was undone is struck through, what was corrected shows both.
import { EditOutlined } from '@ant-design/icons';
import { Button, Timeline } from 'antd';
import { useState } from 'react';
import { formatDayText, formatInstant, type NameBook } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { nameOf } from '../../client/ui/name-book.ts';
import { dayOfInstant } from '../../domain/kernel/day.ts';
import {
  openingOf,
  type Procedure,
  REVISIONS,
  ruleOf,
  stepKind,
  targetOf,
} from '../../domain/kernel/procedure.ts';
import type { Field, Values } from '../../domain/kernel/record.ts';
import type { ProgressOnWire } from './step-kind.ts';
import { type StepTold, tellSteps } from './step-told.ts';

export function StepTimeline(props: {
  readonly procedure: Procedure;
  readonly progress: ProgressOnWire;
  readonly names: NameBook;
  /** The record's values: before the first step they say where it began. */
  readonly opening: Values;
  readonly amend: (seq: number) => void;
}) {
  const { procedure, progress } = props;
  const text = useText();
  const [all, setAll] = useState(false);
  const told = tellSteps(progress.steps).toReversed();
  const folded = !all && told.length > FOLDED + 1;
  return (
    <section className={folded ? 'step-timeline folded' : 'step-timeline'}>
      <h3>{text('step.timeline')}</h3>
      {told.length === 0 ? (
        <Nothing procedure={procedure} opening={props.opening} />
      ) : (
        <Timeline
          items={told.map((each) => ({
            key: each.step.seq,
            className: 'step-item',
            color: each.step.standing ? (each.of === null ? 'green' : 'gray') : 'red',
            content: <Entry {...props} told={each} />,
          }))}
        />
      )}
      {folded && (
        <button type="button" className="as-link no-print" onClick={() => setAll(true)}>
          {text('step.unfold', { n: told.length })}
        </button>
      )}
    </section>
  );
}

/** The newest steps shown at first; a print shows all. */
const FOLDED = 4;

function Nothing(props: { readonly procedure: Procedure; readonly opening: Values }) {
  const { procedure, opening } = props;
  const text = useText();
  const say = useSay();
  const code = openingOf(procedure, opening).status;
  const status = procedure.statuses.find((item) => item.code === code);
  return (
    <p className="quiet">
      {text('step.none')} {status && text('step.began', { status: say(status.label) })}
    </p>
  );
}

function Entry(props: {
  readonly procedure: Procedure;
  readonly names: NameBook;
  readonly amend: (seq: number) => void;
  readonly told: StepTold;
}) {
  const { procedure, names, told } = props;
  const { step } = told;
  const text = useText();
  const language = useLanguage();
  const may = useMayAmend(procedure, told);
  // Said when it matters: a step entered on another day than it was taken.
  const late = dayOfInstant(step.recordedAt) !== step.on;
  return (
    <div className={step.standing ? 'entry' : 'entry undone'}>
      <div className="entry-head">
        <EntryTitle procedure={procedure} told={told} />
        <span>{formatDayText(String(told.values['on'] ?? step.on), language)}</span>
        <span>{step.byName}</span>
        <span className="quiet num">
          {text('step.n', { n: step.seq })}
          {late && ` · ${text('step.recorded', { at: formatInstant(step.recordedAt, language) })}`}
        </span>
        {may && (
          <Button
            type="link"
            size="small"
            className="no-print"
            icon={<EditOutlined />}
            onClick={() => props.amend(step.seq)}
          >
            {text('step.amend')}
          </Button>
        )}
      </div>
      <EntryValues procedure={procedure} told={told} names={names} />
    </div>
  );
}

function EntryTitle(props: { readonly procedure: Procedure; readonly told: StepTold }) {
  const { procedure, told } = props;
  const { step } = told;
  const text = useText();
  const say = useSay();
  const rule = ruleOf(procedure, step.name);
  const to = rule && targetOf(rule, told.values);
  const status = procedure.statuses.find((item) => item.code === to);
  const n = told.of ?? 0;
  const words =
    step.name === 'amend'
      ? text('step.amended', { n })
      : step.name === 'revoke'
        ? text('step.revoked', { n })
        : say(rule?.label ?? [step.name, step.name]);
  return (
    <>
      <strong>{words}</strong>
      {status && <span className="entry-to">→ {say(status.label)}</span>}
      {!step.standing && <span className="mark late">{text('step.undone')}</span>}
      {Object.keys(told.corrected).length > 0 && <span className="mark soon">{text('step.corrected')}</span>}
    </>
  );
}

/** Whoever could take such a step may put it right; a review only its author. */
function useMayAmend(procedure: Procedure, told: StepTold): boolean {
  const { me, actor } = useSession();
  const rule = ruleOf(procedure, told.step.name);
  if (!rule || !told.step.standing) return false;
  if (rule.review && told.step.by !== me.account) return false;
  return actor.roles.some((role) => rule.by.includes(role));
}

function EntryValues(props: {
  readonly procedure: Procedure;
  readonly told: StepTold;
  readonly names: NameBook;
}) {
  const { procedure, told } = props;
  const say = useSay();
  const book = new Proxy(props.names as Record<string, string>, {
    get: (target, id: string) => target[id] ?? nameOf(id),
  });
  const revised = REVISIONS.some((revision) => revision.name === told.step.name);
  const { reason, ...first } = stepKind(procedure, told.step.name)?.fields ?? {};
  const own = reason ? { ...first, reason } : first;
  // A correction is told field by field by the step it corrects.
  const fields = Object.entries(own).filter(([name]) =>
    revised ? name === 'reason' : name !== 'on' || told.corrected['on'] !== undefined,
  );
  const shown = fields.filter(
    ([name]) =>
      (told.values[name] !== undefined && told.values[name] !== null) || told.corrected[name] !== undefined,
  );
  if (shown.length === 0) return null;
  return (
    <dl className="entry-values">
      {shown.map(([name, field]: [string, Field]) => (
        <div key={name}>
          <dt>{say(field.label)}</dt>
          <dd>
            {told.corrected[name] && (
              <>
                <del>
                  <FieldText field={field} value={told.corrected[name][0]} names={book} />
                </del>
                {' → '}
              </>
            )}
            <FieldText field={field} value={told.values[name]} names={book} values={told.values} links />
          </dd>
        </div>
      ))}
    </dl>
  );
}
