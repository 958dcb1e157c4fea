// How is the key for named informants set up? Keepers with passphrases, a key made and split, a sheet for the safe.
import { Button, Checkbox, Form, Input, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { newId } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice, useTellProblem } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { useSetting } from '../system/use-setting.ts';
import type { TipContact } from './portal-address.ts';
import './tip.css';

type KeyView = ReplyOf<'tipKey'>;

export function TipKeyPage() {
  const text = useText();
  const { county, actor } = useSession();
  const may = has(actor, 'tip.read') || has(actor, 'settings');
  const query = useCall('tipKey', { params: { county } }, { enabled: may });
  if (!may) return <EmptyState title={text('problem.noRight')} />;
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  return (
    <>
      <div className="page-head">
        <h2>{text('tipKey.title')}</h2>
        <span className="sub">{text('tipKey.sub')}</span>
      </div>
      <KeyCard view={query.data} />
      {has(actor, 'tip.read') && <EnrolCard view={query.data} />}
      <ReplaceCard view={query.data} />
      {has(actor, 'settings') && <SettingCard />}
    </>
  );
}

function KeyCard({ view }: { readonly view: KeyView }) {
  const text = useText();
  const language = useLanguage();
  const { act, busy } = useAct();
  const tellProblem = useTellProblem();
  const [chosen, setChosen] = useState<string[]>([]);
  const [sheet, setSheet] = useState<{ sheet: string; mark: string } | null>(null);
  const [id, setId] = useState(newId);
  const make = async () => {
    try {
      setSheet((await act('tip.makeKey', { id, keepers: chosen })) as { sheet: string; mark: string });
      setId(newId());
      setChosen([]);
    } catch (error) {
      tellProblem(error);
    }
  };
  const { key } = view;
  const may = has(useSession().actor, 'settings');
  return (
    <section className="card">
      <h3>{text('tipKey.key')}</h3>
      <p className="quiet">{text('tipKey.how')}</p>
      {key ? (
        <>
          <p className="tip-key-told">
            {text('tipKey.keyMark', { mark: key.mark, at: formatInstant(key.at, language) })}
          </p>
          <p>{text('tipKey.keepers', { names: key.keepers.map((row) => row.name).join('、') })}</p>
        </>
      ) : (
        <p>{text('tipKey.keyNone')}</p>
      )}
      {may && view.enrolled.length > 0 && (
        <>
          <p className="tip-gap">{text('tipKey.choose')}</p>
          <Checkbox.Group
            value={chosen}
            onChange={setChosen}
            options={view.enrolled.map((row) => ({ value: row.account, label: row.name }))}
          />
        </>
      )}
      {may && key && <p className="quiet">{text('tipKey.remakeHint')}</p>}
      <p className="tip-buttons" hidden={!may}>
        <Button
          type={key ? 'default' : 'primary'}
          disabled={chosen.length < 2}
          loading={busy}
          onClick={() => void make()}
        >
          {text(key ? 'tipKey.remake' : 'tipKey.make')}
        </Button>
      </p>
      {sheet && <SheetDialog {...sheet} close={() => setSheet(null)} />}
    </section>
  );
}

function SheetDialog(props: { readonly sheet: string; readonly mark: string; readonly close: () => void }) {
  const text = useText();
  const { countyName } = useSession();
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      title={text('tipKey.sheet')}
      footer={[
        <Button key="print" onClick={() => window.print()}>
          {text('tipKey.sheetPrint')}
        </Button>,
        <Button key="done" type="primary" onClick={props.close}>
          {text('tipKey.sheetDone')}
        </Button>,
      ]}
    >
      <p>
        {countyName} · <span className="num">{props.mark}</span>
      </p>
      <p className="tip-sheet">{props.sheet}</p>
      <p>{text('tipKey.sheetHint')}</p>
    </Modal>
  );
}

function EnrolCard({ view }: { readonly view: KeyView }) {
  const text = useText();
  const language = useLanguage();
  const { me } = useSession();
  const { act, busy } = useAct();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<{ passphrase: string; repeat: string }>();
  const mine = view.enrolled.find((row) => row.account === me.account);
  const enrol = async ({ passphrase }: { passphrase: string }) => {
    try {
      await act('tip.enrolKeeper', { passphrase });
      form.resetFields();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <section className="card">
      <h3>{text('tipKey.mine')}</h3>
      <p className="quiet">
        {mine
          ? `${text('tipKey.mineSet', { at: formatInstant(mine.at, language) })}。${text('tipKey.mineAgain')}`
          : text('tipKey.mineNone')}
      </p>
      <Form form={form} layout="vertical" className="narrow-form" requiredMark={false} onFinish={enrol}>
        <Form.Item
          name="passphrase"
          label={text('tipKey.passphrase')}
          rules={[{ required: true, min: 10, message: text('tipKey.short') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={text('tipKey.repeat')}
          dependencies={['passphrase']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === getFieldValue('passphrase')
                  ? Promise.resolve()
                  : Promise.reject(new Error(text('tipKey.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type={mine ? 'default' : 'primary'} htmlType="submit" loading={busy}>
          {text('tipKey.enrol')}
        </Button>
      </Form>
    </section>
  );
}

function ReplaceCard({ view }: { readonly view: KeyView }) {
  const text = useText();
  const { me } = useSession();
  const { act, busy } = useAct();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<{ account: string; passphrase: string; sheet: string }>();
  const { key } = view;
  if (!key?.keepers.some((row) => row.account === me.account)) return null;
  const replace = async (asked: { account: string; passphrase: string; sheet: string }) => {
    try {
      await act('tip.replaceKeeper', { key: key.id, ...asked });
      form.resetFields();
    } catch (error) {
      tellProblem(error);
    }
  };
  const heirs = view.enrolled.filter((row) => row.account !== me.account);
  return (
    <section className="card">
      <h3>{text('tipKey.replace')}</h3>
      <p className="quiet">{text('tipKey.replaceHint')}</p>
      <Form form={form} layout="vertical" className="narrow-form" requiredMark={false} onFinish={replace}>
        <Form.Item name="account" label={text('tipKey.heir')} rules={[{ required: true }]}>
          <Select options={heirs.map((row) => ({ value: row.account, label: row.name }))} />
        </Form.Item>
        <Form.Item name="sheet" label={text('tipKey.sheetText')} rules={[{ required: true }]}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <Form.Item name="passphrase" label={text('tip.passphrase')} rules={[{ required: true }]}>
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {text('tipKey.replace')}
        </Button>
      </Form>
    </section>
  );
}

function SettingCard() {
  const text = useText();
  const contact = useSetting('tipContact');
  const days = useSetting('tipRetentionDays');
  if (!contact.query.data || !days.query.data) return null;
  const told = (contact.query.data.value ?? {}) as TipContact;
  const save = async (entered: { phone?: string; place?: string; address?: string; days?: string }) => {
    const address = (entered.address ?? '').trim().replace(/\/+$/, '');
    const place = (entered.place ?? '').trim();
    await contact.save({
      phone: entered.phone ?? '',
      ...(place ? { place } : {}),
      ...(address ? { address } : {}),
    });
    const n = Number(entered.days);
    await days.save(Number.isInteger(n) && n >= 1 ? n : 90);
  };
  return (
    <section className="card">
      <h3>{text('tipKey.settings')}</h3>
      <Form
        layout="vertical"
        className="narrow-form"
        initialValues={{
          phone: told.phone ?? '',
          place: told.place ?? '',
          address: told.address ?? '',
          days: String(days.query.data.value ?? 90),
        }}
        onFinish={(entered) => void save(entered)}
      >
        <Form.Item name="phone" label={text('tipKey.phone')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="place" label={text('tipKey.place')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="address"
          label={text('tipKey.address')}
          extra={text('tipKey.addressHint')}
          rules={[{ pattern: /^\s*https?:\/\/[^\s/]+\/*\s*$/, message: text('tipKey.addressBad') }]}
        >
          <Input maxLength={120} inputMode="url" />
        </Form.Item>
        <Form.Item name="days" label={text('tipKey.days')} extra={text('tipKey.daysHint')}>
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
        <ProblemNotice error={contact.problem ?? days.problem} />
        <Button type="primary" htmlType="submit" loading={contact.busy || days.busy}>
          {text('common.save')}
        </Button>
      </Form>
    </section>
  );
}
