// Does the ledger still prove itself, and what is its latest signed head?
import { CopyOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../client/api.ts';
import { formatInstant, formatNumber } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';

interface Head {
  readonly size: number;
  readonly root: string;
  readonly at: string;
  readonly signature: string;
}

export function ProofCard() {
  const text = useText();
  const county = useCounty();
  const { message } = App.useApp();
  const heads = useCall('heads', { params: { county } });
  const verify = useMutation({ mutationFn: () => call('verify', { params: { county } }) });
  const head = heads.data?.head as Head | null | undefined;
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify({ head, publicKey: heads.data?.publicKey }, null, 2));
    void message.success(text('common.copied'));
  };
  return (
    <section className="card">
      <div className="row-line">
        <h3>{text('journal.head')}</h3>
        {heads.data && heads.data.waiting > 0 && (
          <span className="state soon">{text('journal.waitingCount', { n: heads.data.waiting })}</span>
        )}
        <span className="grow" />
        {head && (
          <Button icon={<CopyOutlined />} onClick={() => void copy()}>
            {text('journal.copy')}
          </Button>
        )}
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {text('journal.verify')}
        </Button>
      </div>
      {head ? (
        <HeadList head={head} publicKey={heads.data?.publicKey ?? ''} />
      ) : (
        <p className="quiet">{text('journal.noHead')}</p>
      )}
      <ProblemNotice error={verify.error} />
      {verify.data && (
        <Alert
          showIcon
          type={verify.data.ok ? 'success' : 'error'}
          title={
            verify.data.ok
              ? text('journal.verified', {
                  rows: formatNumber(verify.data.rows),
                  records: formatNumber(verify.data.records),
                })
              : text('journal.broken', { n: verify.data.faults.length })
          }
          description={
            verify.data.ok ? null : (
              <pre className="raw">{JSON.stringify(verify.data.faults.slice(0, 20), null, 2)}</pre>
            )
          }
        />
      )}
    </section>
  );
}

function HeadList(props: { readonly head: Head; readonly publicKey: string }) {
  const { head, publicKey } = props;
  const text = useText();
  const language = useLanguage();
  const line = (label: string, value: ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <dl className="head-list">
      {line(text('journal.size'), formatNumber(head.size))}
      {line(text('journal.headAt'), formatInstant(head.at, language))}
      {line(text('journal.root'), <code>{head.root}</code>)}
      {line(text('journal.signed'), <code>{head.signature}</code>)}
      {line(text('journal.key'), <code>{publicKey}</code>)}
    </dl>
  );
}
