// What must be faced before a summary is signed, and what is said about what does not add up?
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { has } from '../../domain/access/access.ts';
import type { ReportView } from './report-view.ts';
import type { Desk } from './use-report.ts';

interface DialogProps {
  readonly desk: Desk;
  readonly view: ReportView;
  readonly open: boolean;
  readonly close: () => void;
}

export function SignDialog(props: DialogProps) {
  const { desk, view, open, close } = props;
  const text = useText();
  const say = useSay();
  const { actor } = useSession();
  const { act, busy } = useAct();
  const [explanation, setExplanation] = useState('');
  const [error, setError] = useState<unknown>(null);
  const may = has(actor, 'report.sign');
  const must = view.warnings.filter((warning) => warning.explain !== false);
  const notes = view.warnings.filter((warning) => warning.explain === false);
  const owes = must.length > 0;
  const sign = async () => {
    setError(null);
    if (!(await desk.flush()))
      return setError(desk.save.s === 'failed' ? desk.save.error : new Error('unsaved'));
    try {
      await act('report.sign', {
        id: view.report.id,
        version: desk.version,
        explanation: explanation.trim(),
      });
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open={open}
      onCancel={close}
      title={text('report.sign')}
      okText={text(may ? 'report.signNow' : 'common.close')}
      onOk={() => (may ? void sign() : close())}
      confirmLoading={busy}
      okButtonProps={{ disabled: may && owes && explanation.trim() === '' }}
      cancelButtonProps={may ? {} : { style: { display: 'none' } }}
      width={600}
      destroyOnHidden
    >
      <p>{text('report.signMeans', { n: Object.keys(view.numbers).length })}</p>
      <div className="dialog-list">
        {must.length > 0 && <h4 className="dialog-head">{text('report.doesNotAddUp')}</h4>}
        {must.map((warning, i) => (
          <div key={i} className="note-box warn">
            {say(warning.message)}
          </div>
        ))}
        {(notes.length > 0 || view.lost.length > 0) && (
          <h4 className="dialog-head">{text('report.worthALook')}</h4>
        )}
        {notes.map((warning, i) => (
          <div key={i} className="note-box">
            {say(warning.message)}
          </div>
        ))}
        {view.lost.length > 0 && (
          <div className="note-box">{text('report.lost', { n: view.lost.length })}</div>
        )}
      </div>
      {view.warnings.length === 0 && view.lost.length === 0 && (
        <p className="note-box good">{text('report.allAddsUp')}</p>
      )}
      {may ? (
        <div className="dialog-label">
          <label htmlFor="explanation">{text(owes ? 'report.explainMust' : 'report.explain')}</label>
          <Input.TextArea
            id="explanation"
            rows={3}
            maxLength={2000}
            value={explanation}
            onChange={(event) => setExplanation(event.target.value)}
            placeholder={text('report.explainHint')}
          />
        </div>
      ) : (
        <Alert type="info" showIcon title={text('report.askLeader')} />
      )}
      <ProblemNotice error={error} />
    </Modal>
  );
}

export function WithdrawDialog(props: DialogProps) {
  const { desk, view, open, close } = props;
  const text = useText();
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const withdraw = async () => {
    setError(null);
    try {
      await desk.flush();
      await act('report.withdraw', { id: view.report.id, version: desk.version, reason: reason.trim() });
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open={open}
      onCancel={close}
      title={text('report.withdraw')}
      okText={text('report.withdraw')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={busy}
      onOk={() => void withdraw()}
      destroyOnHidden
    >
      <p>{text('report.withdrawMeans')}</p>
      <div className="dialog-label">
        <label htmlFor="reason">{text('report.reason')}</label>
        <Input
          id="reason"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ProblemNotice error={error} />
    </Modal>
  );
}
