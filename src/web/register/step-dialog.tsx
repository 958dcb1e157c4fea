// Why is a record withdrawn or restored? Nothing is deleted; the reason stays in the journal.
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';

export function StepDialog(props: {
  readonly step: 'withdraw' | 'restore';
  readonly row: RecordOnWire;
  readonly close: () => void;
}) {
  const { step, row, close } = props;
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const send = async () => {
    const body = { kind: row.kind, id: row.id, version: row.version, reason: reason.trim() };
    try {
      await act(step === 'withdraw' ? 'record.withdraw' : 'record.restore', body);
      void message.success(text('common.saved'));
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={text(step === 'withdraw' ? 'record.withdrawTitle' : 'record.restoreTitle', { no: row.no })}
      okText={text(step === 'withdraw' ? 'record.withdraw' : 'record.restore')}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy, danger: step === 'withdraw' }}
      onOk={() => void send()}
      onCancel={close}
    >
      {step === 'withdraw' && <p className="sub">{text('record.withdrawHint')}</p>}
      <Reason value={reason} onChange={setReason} />
      <ProblemNotice error={problem} />
    </Modal>
  );
}

export function Reason(props: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly wrong?: boolean;
}) {
  const text = useText();
  return (
    <div className="form-field wide" data-wrong={props.wrong ? 'reason' : undefined}>
      <label htmlFor="reason">
        {text('record.reason')}
        <span className="required" aria-hidden="true">
          *
        </span>
      </label>
      <Input.TextArea
        id="reason"
        value={props.value}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder={text('record.reasonHint')}
        {...(props.wrong ? { status: 'error' as const } : {})}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.wrong && <div className="field-wrong">{text('record.reasonNeeded')}</div>}
    </div>
  );
}
