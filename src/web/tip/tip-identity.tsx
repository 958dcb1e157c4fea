// Who is the informant? Sealed; one keeper asks, another grants, the asker reads.
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { newId } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { useTellProblem } from '../../client/ui/problem-notice.tsx';
import { TIP_PURPOSES, type TipIdentity } from '../../domain/tip/tip.ts';
import type { TipDetail } from './tip-page.tsx';

type Opening = TipDetail['openings'][number];
type Purpose = (typeof TIP_PURPOSES)[number]['code'];
type Wanted =
  | { readonly what: 'ask' }
  | { readonly what: 'grant' | 'deny' | 'read'; readonly opening: Opening };

const SAYS = {
  none: 'tip.identityNone',
  sealed: 'tip.identitySealed',
  erased: 'tip.identityErased',
} as const;

export function TipIdentityCard({ detail }: { readonly detail: TipDetail }) {
  const text = useText();
  const { county, me } = useSession();
  const keys = useCall('tipKey', { params: { county } }, { enabled: detail.identity === 'sealed' });
  const keeper = keys.data?.key?.keepers.some((row) => row.account === me.account) ?? false;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [identity, setIdentity] = useState<TipIdentity | null>(null);
  return (
    <section className="card">
      <h3>{text('tip.identity')}</h3>
      <p className="quiet">{text(SAYS[detail.identity])}</p>
      <ul className="tip-openings">
        {detail.openings.map((opening) => (
          <OpeningRow key={opening.id} opening={opening} keeper={keeper} want={setWanted} />
        ))}
      </ul>
      {detail.identity === 'sealed' && keeper && (
        <Button onClick={() => setWanted({ what: 'ask' })}>{text('tip.ask')}</Button>
      )}
      {wanted && (
        <PassphraseDialog
          tip={detail.tip.id}
          wanted={wanted}
          close={() => setWanted(null)}
          opened={setIdentity}
        />
      )}
      {identity && <IdentityDialog identity={identity} close={() => setIdentity(null)} />}
    </section>
  );
}

function OpeningRow(props: {
  readonly opening: Opening;
  readonly keeper: boolean;
  readonly want: (wanted: Wanted) => void;
}) {
  const { opening, keeper, want } = props;
  const text = useText();
  const language = useLanguage();
  const { me } = useSession();
  const mine = opening.askedBy === me.account;
  const over = Date.parse(opening.until) < Date.now();
  const state = opening.state === 'read' && over ? 'readLate' : opening.state;
  const vars = { name: opening.answeredByName ?? '', at: formatInstant(opening.until, language) };
  return (
    <li>
      <p>{text('tip.askedBy', { name: opening.askedByName, reason: opening.reason })}</p>
      <p className="quiet">{text(`tip.state.${state}`, vars)}</p>
      {opening.state === 'asked' && keeper && !mine && (
        <>
          <Button size="small" type="primary" onClick={() => want({ what: 'grant', opening })}>
            {text('tip.grant')}
          </Button>{' '}
          <Button size="small" onClick={() => want({ what: 'deny', opening })}>
            {text('tip.deny')}
          </Button>
        </>
      )}
      {(state === 'granted' || state === 'read') && mine && (
        <Button size="small" onClick={() => want({ what: 'read', opening })}>
          {text('tip.read')}
        </Button>
      )}
    </li>
  );
}

function PassphraseDialog(props: {
  readonly tip: string;
  readonly wanted: Wanted;
  readonly close: () => void;
  readonly opened: (identity: TipIdentity) => void;
}) {
  const { tip, wanted, close, opened } = props;
  const text = useText();
  const say = useSay();
  const { act, busy } = useAct();
  const tellProblem = useTellProblem();
  const [id] = useState(newId);
  const send = async (entered: { passphrase: string; reason?: string; purpose?: Purpose }) => {
    const { passphrase, reason = '', purpose = 'verify' } = entered;
    try {
      if (wanted.what === 'ask') await act('tip.askIdentity', { id, tip, purpose, reason, passphrase });
      else if (wanted.what === 'read') {
        const result = await act('tip.readIdentity', { id: wanted.opening.id, passphrase });
        opened((result as { identity: TipIdentity }).identity);
      } else {
        const deny = wanted.what === 'deny';
        await act('tip.grantIdentity', { id: wanted.opening.id, passphrase, deny });
      }
      close();
    } catch (error) {
      tellProblem(error);
    }
  };
  const title = { ask: 'tip.ask', grant: 'tip.grant', deny: 'tip.deny', read: 'tip.read' } as const;
  return (
    <Modal open footer={null} title={text(title[wanted.what])} onCancel={close} destroyOnHidden>
      <Form layout="vertical" onFinish={send} requiredMark={false}>
        {wanted.what === 'ask' && (
          <Form.Item name="purpose" label={text('tip.askPurpose')} rules={[{ required: true }]}>
            <Radio.Group className="tip-purposes">
              {TIP_PURPOSES.map(({ code, label }) => (
                <Radio key={code} value={code}>
                  {say(label)}
                </Radio>
              ))}
            </Radio.Group>
          </Form.Item>
        )}
        {wanted.what === 'ask' && (
          <Form.Item name="reason" label={text('tip.askReason')} rules={[{ required: true, min: 4 }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        )}
        <Form.Item name="passphrase" label={text('tip.passphrase')} rules={[{ required: true, min: 10 }]}>
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {text(wanted.what === 'ask' ? 'tip.askSend' : title[wanted.what])}
        </Button>
      </Form>
    </Modal>
  );
}

/** Seconds an opened identity stands on the screen; it can be read again, which is journaled again. */
const SHOWN_S = 120;

function IdentityDialog(props: { readonly identity: TipIdentity; readonly close: () => void }) {
  const text = useText();
  const { close } = props;
  const { name, phone, note } = props.identity;
  const [left, setLeft] = useState(SHOWN_S);
  // Nobody leaves a name standing on a screen.
  useEffect(() => {
    const clock = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => clearInterval(clock);
  }, []);
  useEffect(() => {
    if (left <= 0) close();
  }, [left, close]);
  return (
    <Modal open footer={null} title={text('tip.identity')} onCancel={close} destroyOnHidden>
      <dl className="values tip-values">
        <div className="wide">
          <dt>{text('tip.openedName')}</dt>
          <dd>{name}</dd>
        </div>
        <div className="wide">
          <dt>{text('tip.openedPhone')}</dt>
          <dd className="num">{phone}</dd>
        </div>
        {note && (
          <div className="wide">
            <dt>{text('tip.openedNote')}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
      <p className="quiet">{text('tip.openedHint')}</p>
      <p className="quiet num" role="timer">
        {text('tip.openedLeft', { n: left })}
      </p>
    </Modal>
  );
}
