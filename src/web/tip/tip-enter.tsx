// How does an officer write down what comes by telephone, in person or from another agency, and hand over a receipt?
import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, newId } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { newReceipt } from '../../client/tip/make-receipt.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { PlaceInput } from '../../client/ui/place-input.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { has } from '../../domain/access/access.ts';
import type { Place } from '../../domain/kernel/record.ts';
import { MOST_FILES } from '../../domain/tip/media.ts';
import { TIP_CHANNELS, TIP_MATTERS, type TipChannel, type TipMatter } from '../../domain/tip/tip.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';
import './tip.css';

interface Entered {
  readonly channel: Exclude<TipChannel, 'portal'>;
  readonly originNo?: string;
  readonly matter: TipMatter;
  readonly text?: string;
  readonly town?: string;
  readonly address?: string;
  readonly place?: Place;
  readonly at?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly note?: string;
}
interface Done {
  readonly no: string;
  readonly receipt: string;
}

export function TipEnter() {
  const text = useText();
  const { actor } = useSession();
  const navigate = useNavigate();
  const [done, setDone] = useState<Done | null>(null);
  if (!has(actor, 'tip.handle')) return <EmptyState title={text('problem.noRight')} />;
  if (done) return <ReceiptSheet {...done} close={() => void navigate('/tip')} />;
  return (
    <>
      <p className="crumb">
        <Link to="/tip">← {text('tip.title')}</Link>
      </p>
      <section className="card">
        <h3>{text('tip.enterTitle')}</h3>
        <EnterForm done={setDone} />
      </section>
    </>
  );
}

/** Everything leaves the browser as it would leave a citizen's: the receipt stretched, the identity sealed. */
function useEnter(done: (done: Done) => void) {
  const { county } = useSession();
  const { act } = useAct();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const made = useRef({ id: newId(), receipt: newReceipt() });
  const files = useRef(new Map<File, string>());
  const send = async (entered: Entered, chosen: readonly File[]) => {
    setBusy(true);
    setProblem(null);
    try {
      const { id, receipt } = made.current;
      const start = await call('tipPass', { params: { county } });
      const { sendAll, sealFor, stretch } = await import('./enter-send.ts');
      const named = entered.name && entered.phone && start.key ? entered : null;
      const result = await act('tip.enter', {
        id,
        receipt: await stretch(county, receipt),
        channel: entered.channel,
        originNo: entered.originNo ?? null,
        content: {
          matter: entered.matter,
          text: entered.text ?? '',
          where: {
            place: entered.place ?? null,
            town: entered.town ?? null,
            address: entered.address ?? null,
          },
          when: entered.at ? { kind: 'at', at: entered.at } : { kind: 'unknown', at: null },
        },
        files: await sendAll(county, start.pass, chosen, files.current),
        identity: named && start.key ? sealFor(start.key, county, id, named) : null,
      });
      done({ no: (result as { no: string }).no, receipt });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}

function EnterForm(props: { readonly done: (done: Done) => void }) {
  const text = useText();
  const say = useSay();
  const { county } = useSession();
  const start = useCall('tipPass', { params: { county } }, { staleTime: 60_000 });
  const { send, busy, problem } = useEnter(props.done);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [named, setNamed] = useState(false);
  const options = (rows: readonly { code: string; label: readonly [string, string] }[]) =>
    rows.map((row) => ({ value: row.code, label: say(row.label) }));
  const channels = TIP_CHANNELS.filter((row) => row.code !== 'portal');
  const need = [{ required: true, message: text('field.choose') }];
  return (
    <Form<Entered>
      layout="vertical"
      className="tip-enter"
      initialValues={{ channel: 'hotline' }}
      onFinish={(entered) => void send(entered, files)}
    >
      <Form.Item name="channel" label={text('tip.channel')} rules={need}>
        <Select options={options(channels)} />
      </Form.Item>
      <Form.Item name="originNo" label={text('tip.origin')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="matter" label={text('tip.matter')} rules={need}>
        <Select options={options(TIP_MATTERS)} placeholder={text('field.choose')} />
      </Form.Item>
      <Form.Item name="at" label={text('tip.at')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="town" label={text('tip.town')}>
        <Select
          allowClear
          showSearch
          options={(start.data?.towns ?? []).map((town) => ({ value: town, label: town }))}
        />
      </Form.Item>
      <Form.Item name="address" label={text('tip.address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="place" label={text('tip.place')}>
        <PlaceInput />
      </Form.Item>
      <Form.Item
        className="wide"
        name="text"
        label={text('tip.text')}
        rules={[{ required: true, message: text('tip.text') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={5000} />
      </Form.Item>
      <Form.Item className="wide" label={text('tip.material')}>
        <FileChooser files={files} choose={setFiles} />
      </Form.Item>
      <div className="wide">
        <Checkbox
          checked={named}
          disabled={!start.data?.key}
          onChange={(event) => setNamed(event.target.checked)}
        >
          {text('tip.wantsName')}
        </Checkbox>
        {start.data && !start.data.key && <p className="quiet">{text('tip.noKey')}</p>}
      </div>
      {named && <NameFields />}
      <div className="wide">
        {problem ? <ProblemNotice error={problem} /> : null}
        <Button type="primary" htmlType="submit" loading={busy}>
          {text('tip.save')}
        </Button>
      </div>
    </Form>
  );
}

function FileChooser(props: {
  readonly files: readonly File[];
  readonly choose: (files: readonly File[]) => void;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>
        {text('tip.addFile')}
      </Button>
      <input
        ref={input}
        // The form's own style shows file inputs, whatever `hidden` says.
        style={{ display: 'none' }}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,video/mp4,video/webm,audio/*"
        aria-label={text('tip.addFile')}
        onChange={(event) =>
          props.choose([...props.files, ...(event.target.files ?? [])].slice(0, MOST_FILES))
        }
      />
      <ul className="tip-chosen">
        {props.files.map((file) => (
          <li key={`${file.name}${file.lastModified}`}>
            {file.name}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${text('common.delete')} ${file.name}`}
              onClick={() => props.choose(props.files.filter((other) => other !== file))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function NameFields() {
  const text = useText();
  const need = (label: string) => [{ required: true, message: label }];
  return (
    <>
      <Form.Item name="name" label={text('tip.name')} rules={need(text('tip.name'))}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={text('tip.phone')} rules={need(text('tip.phone'))}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={text('tip.note')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}
