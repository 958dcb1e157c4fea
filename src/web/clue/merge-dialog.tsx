// Are these two clues one? Both side by side, what differs marked, and why they are one in words.
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { nameOf } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { clue } from '../../domain/clue/clue.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { Reason } from '../register/step-dialog.tsx';
import { type Similar, useLikeWords } from './like-words.ts';

const KIND: Kind = clue;
const BOOK = new Proxy({} as Record<string, string>, { get: (_, id: string) => nameOf(id) });

export function MergeDialog(props: {
  readonly id: string;
  readonly into: Similar;
  readonly close: () => void;
}) {
  const { id, into, close } = props;
  const text = useText();
  const county = useCounty();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const why = useLikeWords();
  const [reason, setReason] = useState(() => why(into));
  const [problem, setProblem] = useState<unknown>(null);
  const params = { county, kind: 'clue', id };
  const own = useCall('record', { params });
  const progress = useCall('progress', { params });
  const send = async () => {
    const values = { into: into.id, reason: reason.trim() };
    try {
      await act('step.take', { kind: 'clue', id, seq: progress.data?.seq ?? 0, step: 'merge', values });
      void message.success(text('clue.mergedInto', { no: into.no }));
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      width={820}
      title={text('clue.mergeTitle')}
      okText={text('clue.merge')}
      okButtonProps={{ disabled: reason.trim() === '' || !progress.data, loading: busy }}
      onOk={() => void send()}
      onCancel={close}
    >
      <p className="sub">{text('clue.mergeHint')}</p>
      {own.data && (
        <SideBySide
          left={own.data.row.values as Values}
          leftNo={own.data.row.no}
          right={into.values as Values}
          rightNo={into.no}
        />
      )}
      <Reason value={reason} onChange={setReason} />
      <ProblemNotice error={problem} />
    </Modal>
  );
}

function SideBySide(props: {
  readonly left: Values;
  readonly leftNo: string;
  readonly right: Values;
  readonly rightNo: string;
}) {
  const { left, right } = props;
  const text = useText();
  const say = useSay();
  const has = (values: Values, name: string) => values[name] !== undefined && values[name] !== null;
  const fields = Object.entries(KIND.fields).filter(([name]) => has(left, name) || has(right, name));
  const differs = (name: string) => canonicalJson(left[name] ?? null) !== canonicalJson(right[name] ?? null);
  return (
    <table className="side-by-side">
      <thead>
        <tr>
          <th />
          <th>
            {text('clue.this')} <span className="num">{props.leftNo}</span>
          </th>
          <th>
            {text('clue.that')} <span className="num">{props.rightNo}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(([name, field]) => (
          <tr key={name} className={differs(name) ? 'differs' : ''}>
            <th scope="row">{say(field.label)}</th>
            <td>
              <FieldText field={field} value={left[name]} names={BOOK} values={left} />
            </td>
            <td>
              <FieldText field={field} value={right[name]} names={BOOK} values={right} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
