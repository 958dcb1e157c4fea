// What does the giver show? A code for the other phone, how long it is good, and that the other hand has confirmed.
import { App, Button, Modal } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { Custody } from '../../domain/seizure/custody.ts';
import { Qr } from '../tip/qr.tsx';

const LOOK_EVERY_MS = 3_000;

export function HandoverCode(props: {
  readonly seizure: string;
  readonly seq: number;
  readonly close: () => void;
}) {
  const { seizure, seq, close } = props;
  const text = useText();
  const county = useCounty();
  const [code, setCode] = useState<{ code: string; until: string } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = useCallback(() => {
    setProblem(null);
    call('handoverOpen', { params: { county }, body: { seizure, seq } }).then(setCode, setProblem);
  }, [county, seizure, seq]);
  useEffect(ask, [ask]);
  const progress = useCall(
    'progress',
    { params: { county, kind: 'seizure', id: seizure } },
    { refetchInterval: LOOK_EVERY_MS },
  );
  const facts = progress.data?.facts as Custody | undefined;
  // Shown the moment it was offered, the page may not know of the offer yet.
  const told = (progress.data?.seq ?? 0) >= seq;
  const open = !told || (facts?.pending.some((offer) => offer.seq === seq) ?? true);
  return (
    <Modal open onCancel={close} footer={null} title={text('custody.codeTitle')} width={380}>
      <ProblemNotice error={problem} retry={ask} />
      {!open ? (
        <p className="handover-done">{text('custody.codeTaken')}</p>
      ) : (
        code && <Shown code={code} county={county} again={ask} />
      )}
    </Modal>
  );
}

function Shown(props: {
  readonly code: { code: string; until: string };
  readonly county: string;
  readonly again: () => void;
}) {
  const { code, county, again } = props;
  const text = useText();
  const { message } = App.useApp();
  const left = useLeft(code.until);
  const address = `${location.origin}/handover/${county}/${code.code}`;
  const alone = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  const copy = async () => {
    await navigator.clipboard?.writeText(address);
    void message.success(text('common.copied'));
  };
  if (left <= 0)
    return (
      <div className="handover-code">
        <p>{text('custody.codeGone')}</p>
        <Button type="primary" onClick={again}>
          {text('custody.codeAgain')}
        </Button>
      </div>
    );
  return (
    <div className="handover-code">
      <Qr text={address} label={text('custody.codeTitle')} size={280} />
      <p className="num">{text('custody.codeLeft', { m: Math.floor(left / 60), s: left % 60 })}</p>
      <p className="quiet">{text('custody.codeHint')}</p>
      {alone && <p className="handover-alone">{text('custody.codeLan')}</p>}
      <input className="handover-link" readOnly value={address} aria-label={text('custody.codeCopy')} />
      {navigator.clipboard && <Button onClick={() => void copy()}>{text('custody.codeCopy')}</Button>}
    </div>
  );
}

/** Whole seconds until `until`, counted down. */
function useLeft(until: string): number {
  const seconds = () => Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000));
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}
