// What comes next on a row of a list, and how is it taken without opening the record first?
import { Button } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { recordPath } from '../../client/ui/record-link.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { mayWrite } from '../../domain/access/access.ts';
import { type Procedure, ruleOf } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { getKind } from '../../domain/kind.ts';
import { nextStep } from './next-rule.ts';
import { StepOver } from './step-over.tsx';

type WorkRow = ReplyOf<'work'>['rows'][number];

/** How a list offers the next step of its rows. */
export interface NextSteps {
  /** The step I could take next on this row, or null. */
  readonly of: (each: WorkRow) => string | null;
  readonly label: (step: string) => string;
  readonly take: (each: WorkRow) => void;
  /** The form that is open, to stand beside the list. */
  readonly form: ReactNode;
}

interface Options {
  /** Steps a row has behind it although its status does not say so. */
  readonly done?: (facts: unknown) => readonly string[];
  /** Steps with a screen of their own: where on the record's page. */
  readonly pages?: Readonly<Record<string, string>>;
}

export function useNextSteps(procedure: Procedure, { done, pages }: Options = {}): NextSteps {
  const { actor } = useSession();
  const say = useSay();
  const navigate = useNavigate();
  const [open, setOpen] = useState<{ id: string; step: string; no: string } | null>(null);
  const of = useCallback(
    (each: WorkRow) => {
      const record = each.row.values as Values;
      const may = mayWrite(actor, getKind(procedure.kind), record) || actor.roles.includes('leader');
      if (!may || each.ended) return null;
      const { status, seq, facts } = each;
      return nextStep(procedure, { status, seq, facts, record }, actor.roles, done?.(facts));
    },
    [actor, procedure, done],
  );
  const take = useCallback(
    (each: WorkRow) => {
      const step = of(each);
      if (!step) return;
      const page = pages?.[step];
      if (page) void navigate(`${recordPath(procedure.kind, each.row.id)}${page}`);
      else setOpen({ id: each.row.id, step, no: each.row.no });
    },
    [of, pages, navigate, procedure.kind],
  );
  const form = open && (
    <StepOver
      key={open.id}
      procedure={procedure}
      id={open.id}
      step={open.step}
      about={[open.no, open.no]}
      close={() => setOpen(null)}
    />
  );
  return { of, label: (step) => say(ruleOf(procedure, step)?.label ?? [step, step]), take, form };
}

export function NextButton(props: { readonly next: NextSteps; readonly each: WorkRow }) {
  const { next, each } = props;
  const step = next.of(each);
  if (!step) return null;
  return (
    <Button
      size="small"
      className="next-step"
      onClick={(event) => {
        event.stopPropagation();
        next.take(each);
      }}
    >
      {next.label(step)}
    </Button>
  );
}
