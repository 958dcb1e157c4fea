// Where does a record with a procedure stand, what comes next, who owes it by when, and what was done so far?
import { DownOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { NameBook } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty, useSession } from '../../client/session.tsx';
import { learnNames, nameOf } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { ROLES } from '../../domain/access/access.ts';
import type { Label } from '../../domain/kernel/label.ts';
import { ANSWER, type Procedure, ruleOf, type StepRule } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { useShortName } from '../overview/short-name.ts';
import { type Alarm, AlarmList } from './alarm-list.tsx';
import { AmendDrawer } from './amend-drawer.tsx';
import { ClockList } from './clock-list.tsx';
import { nextRules, rankSteps, takenOf } from './next-rule.ts';
import './procedure.css';
import { StepDrawer } from './step-drawer.tsx';
import type { ProgressOnWire } from './step-kind.ts';
import { StepTimeline } from './step-timeline.tsx';

/** Any record whose kind has a procedure; nothing for others. `children` stand between the buttons and the timeline. */
export function ProgressPanel(props: {
  readonly kind: string;
  readonly id: string;
  /** Steps that `children` offer where they belong; no button of their own stands here. */
  readonly elsewhere?: readonly string[];
  /** Steps with a screen of their own, which their button opens. */
  readonly screens?: Screens;
  readonly children?: ReactNode;
}) {
  const procedure = findProcedure(props.kind);
  return procedure ? (
    <Panel
      procedure={procedure}
      id={props.id}
      elsewhere={props.elsewhere ?? []}
      screens={props.screens ?? {}}
      extra={props.children}
    />
  ) : null;
}

type Screens = Readonly<Record<string, () => void>>;

/** What is open over the panel: a step's form, or the correction of the step with this number. */
type Open =
  | { readonly step: string; readonly fixed?: Values; readonly about?: Label }
  | { readonly amend: number }
  | null;

function Panel(props: {
  readonly procedure: Procedure;
  readonly id: string;
  readonly elsewhere: readonly string[];
  readonly screens: Screens;
  readonly extra: ReactNode;
}) {
  const { procedure, id } = props;
  const text = useText();
  const county = useCounty();
  const params = { county, kind: procedure.kind, id };
  const query = useCall('progress', { params });
  const record = useCall('record', { params });
  const [open, setOpen] = useState<Open>(null);
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !record.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const progress = query.data;
  learnNames(progress.names);
  const values = record.data.row.values as Values;
  const names = { ...record.data.names, ...progress.names };
  const common = { procedure, id, progress, close: () => setOpen(null) };
  return (
    <section className="progress" aria-label={text('step.title')}>
      <Standing procedure={procedure} progress={progress} values={values} names={names} />
      <ClockList clocks={progress.clocks} />
      <AlarmList
        alarms={progress.alarms}
        {...(progress.open.includes(ANSWER)
          ? {
              answer: ({ guard, cause, label }: Alarm) =>
                setOpen({ step: ANSWER, fixed: { guard, cause }, about: label }),
            }
          : {})}
      />
      <StepButtons
        procedure={procedure}
        progress={{ ...progress, open: progress.open.filter((step) => !props.elsewhere.includes(step)) }}
        take={(step) => (props.screens[step] ? props.screens[step]() : setOpen({ step }))}
      />
      {props.extra}
      <StepTimeline
        procedure={procedure}
        progress={progress}
        names={names}
        opening={values}
        amend={(seq) => setOpen({ amend: seq })}
      />
      {open && 'step' in open && (
        <StepDrawer {...common} record={values} step={open.step} {...pickFixed(open)} />
      )}
      {open && 'amend' in open && <AmendDrawer {...common} seq={open.amend} />}
    </section>
  );
}

function pickFixed({ fixed, about }: { readonly fixed?: Values; readonly about?: Label }) {
  return { ...(fixed ? { fixed } : {}), ...(about ? { about } : {}) };
}

/** Where it stands, what comes next, and with whom it is. */
function Standing(props: {
  readonly procedure: Procedure;
  readonly progress: ProgressOnWire;
  readonly values: Values;
  readonly names: NameBook;
}) {
  const { procedure, progress, values, names } = props;
  const say = useSay();
  const text = useText();
  const short = useShortName();
  const status = procedure.statuses.find((item) => item.code === progress.status);
  const { actor } = useSession();
  const next = nextRules(procedure, progress, actor.roles);
  const mine = next.some((rule) => progress.open.includes(rule.name));
  const officer = (progress.facts as { officer?: string | null } | null)?.officer ?? values.officer;
  const nameFor = (id: unknown) => (typeof id === 'string' ? (names[id] ?? nameOf(id) ?? '…') : null);
  const who = [nameFor(values.agency), nameFor(officer)].flatMap((name) => name ?? []).map(short);
  return (
    <div className="progress-head">
      <span className={progress.ended ? 'progress-status ended' : 'progress-status'}>
        {status && say(status.label)}
      </span>
      {next.length > 0 && (
        <span>
          {text('step.next', { steps: next.map((rule) => say(rule.label)).join(' / ') })}
          {!mine && <span className="quiet"> {text('step.nextBy', { who: takers(next, say) })}</span>}
        </span>
      )}
      {!progress.ended && (
        <span className="quiet">
          {who.length > 0 ? text('step.ownedBy', { who: who.join(' ') }) : text('step.noOwner')}
        </span>
      )}
      {status?.unclocked && <span className="quiet">{say(status.unclocked)}</span>}
    </div>
  );
}

/** Who may take one of `rules`, in words. */
function takers(rules: readonly StepRule[], say: (label: Label) => string): string {
  const codes = new Set(rules.flatMap((rule) => rule.by));
  return ROLES.filter(({ code }) => codes.has(code))
    .map(({ label }) => say(label))
    .join(' / ');
}

/** At most this many stand as buttons; the rest is a menu. */
const BUTTONS = 3;

function StepButtons(props: {
  readonly procedure: Procedure;
  readonly progress: ProgressOnWire;
  readonly take: (step: string) => void;
}) {
  const { procedure, progress, take } = props;
  const text = useText();
  const say = useSay();
  const done = takenOf(progress);
  const ranked = rankSteps(procedure, progress.status, progress.open, done);
  const label = (name: string) => say(ruleOf(procedure, name)?.label ?? [name, name]);
  const { actor } = useSession();
  const likely = nextRules(procedure, progress, actor.roles).some((rule) => rule.name === ranked[0]);
  const menu = [
    ...ranked.slice(BUTTONS).map((name) => ({ key: name, label: label(name) })),
    ...(progress.mayRevoke ? [{ key: 'revoke', label: text('step.revoke'), icon: <UndoOutlined /> }] : []),
  ];
  if (ranked.length === 0 && menu.length === 0) return null;
  return (
    <div className="step-buttons no-print">
      {ranked.slice(0, BUTTONS).map((name, index) => (
        <Button
          key={name}
          {...(index === 0 && likely ? { type: 'primary' as const } : {})}
          onClick={() => take(name)}
        >
          {label(name)}
        </Button>
      ))}
      {menu.length > 0 && (
        <Dropdown menu={{ items: menu, onClick: ({ key }) => take(key) }} trigger={['click']}>
          <Button icon={<DownOutlined />} iconPlacement="end">
            {text('step.more')}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
