// Who may sign in, in which role, for which agency?
import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { newId } from '../../client/api.ts';
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice, useTellProblem } from '../../client/ui/problem-notice.tsx';
import { RefPicker } from '../../client/ui/ref-picker.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has, ROLES } from '../../domain/access/access.ts';

type Account = ReplyOf<'accounts'>['accounts'][number];
type Dialog = { readonly kind: 'new' } | { readonly kind: 'change' | 'reset'; readonly account: Account };

export function AccountPage() {
  const text = useText();
  const { actor, county } = useSession();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const allowed = has(actor, 'account.manage');
  const query = useCall('accounts', { params: { county } }, { enabled: allowed });
  if (!allowed) return <EmptyState title={text('problem.noRight')} />;
  return (
    <>
      <div className="page-head">
        <h2>{text('account.title')}</h2>
        <span className="grow" />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog({ kind: 'new' })}>
          {text('account.new')}
        </Button>
      </div>
      {query.error && <ProblemNotice error={query.error} />}
      <AccountTable accounts={query.data?.accounts ?? []} loading={query.isPending} open={setDialog} />
      {dialog && <AccountDialog key={JSON.stringify(dialog)} dialog={dialog} close={() => setDialog(null)} />}
    </>
  );
}

function AccountTable(props: {
  readonly accounts: readonly Account[];
  readonly loading: boolean;
  readonly open: (dialog: Dialog) => void;
}) {
  const text = useText();
  const say = useSay();
  const { me, county } = useSession();
  const agencies = useCall('choices', { params: { county, kind: 'agency' }, query: { limit: 100 } });
  const agencyName = (id: string | null) =>
    agencies.data?.choices.find((choice) => choice.id === id)?.name ?? text('common.none');
  const roleName = (code: string) => {
    const role = ROLES.find((item) => item.code === code);
    return role ? say(role.label) : code;
  };
  return (
    <Table<Account>
      className="register-table plain"
      size="small"
      rowKey="id"
      dataSource={[...props.accounts]}
      loading={props.loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: text('account.login'), dataIndex: 'login' },
        {
          title: text('account.name'),
          render: (_, account) => (
            <>
              {account.name}
              {account.id === me.account && <span className="quiet"> {text('account.self')}</span>}
            </>
          ),
        },
        { title: text('account.roles'), render: (_, account) => account.roles.map(roleName).join('、') },
        { title: text('account.agency'), render: (_, account) => agencyName(account.agency) },
        {
          title: text('account.state'),
          render: (_, account) => (
            <span className={`state ${account.disabled ? 'late' : 'ok'}`} style={{ marginLeft: 0 }}>
              {text(account.disabled ? 'account.disabled' : 'account.active')}
            </span>
          ),
        },
        { key: 'tools', render: (_, account) => <AccountTools account={account} open={props.open} /> },
      ]}
    />
  );
}

function AccountTools(props: { readonly account: Account; readonly open: (dialog: Dialog) => void }) {
  const { account, open } = props;
  const text = useText();
  const { me } = useSession();
  const { modal, message } = App.useApp();
  const { act } = useAct();
  const tell = useTellProblem();
  const toggle = () =>
    modal.confirm({
      title: `${text(account.disabled ? 'account.enable' : 'account.disable')} ${account.login}`,
      content: account.disabled ? null : text('account.disableAsk'),
      onOk: async () => {
        try {
          await act('account.change', { id: account.id, disabled: !account.disabled });
          void message.success(text('common.saved'));
        } catch (error) {
          tell(error);
        }
      },
    });
  return (
    <>
      <Button type="link" size="small" onClick={() => open({ kind: 'change', account })}>
        {text('common.edit')}
      </Button>
      <Button type="link" size="small" onClick={() => open({ kind: 'reset', account })}>
        {text('account.reset')}
      </Button>
      {account.id !== me.account && (
        <Button type="link" size="small" danger={!account.disabled} onClick={toggle}>
          {text(account.disabled ? 'account.enable' : 'account.disable')}
        </Button>
      )}
    </>
  );
}

interface Filled {
  readonly login: string;
  readonly name: string;
  readonly roles: string[];
  readonly agency?: string | null;
  readonly password: string;
}
const TITLES = {
  new: 'account.new',
  change: 'common.edit',
  reset: 'account.reset',
} as const satisfies Record<string, TextKey>;

function AccountDialog(props: { readonly dialog: Dialog; readonly close: () => void }) {
  const { dialog, close } = props;
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [id] = useState(newId);
  const [form] = Form.useForm<Filled>();
  const [problem, setProblem] = useState<unknown>(null);
  const account = dialog.kind === 'new' ? null : dialog.account;
  const send = (filled: Filled) => {
    if (!account) return act('account.create', { ...filled, id, agency: filled.agency ?? null });
    if (dialog.kind === 'reset') return act('account.change', { id: account.id, password: filled.password });
    const { name, roles, agency } = filled;
    return act('account.change', { id: account.id, name, roles, agency: agency ?? null });
  };
  const submit = async (filled: Filled) => {
    setProblem(null);
    try {
      await send(filled);
      void message.success(text('common.saved'));
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={account ? `${text(TITLES[dialog.kind])} ${account.login}` : text('account.new')}
      okText={text('common.save')}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Filled>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={account ? { ...account } : { roles: ['officer'] }}
        autoComplete="off"
      >
        {!account && <LoginItem />}
        {dialog.kind !== 'reset' && <PersonItems />}
        {dialog.kind !== 'change' && <PasswordItem reset={dialog.kind === 'reset'} />}
      </Form>
      <ProblemNotice error={problem} />
    </Modal>
  );
}

function LoginItem() {
  const text = useText();
  return (
    <Form.Item
      name="login"
      label={text('account.login')}
      extra={text('account.loginHint')}
      rules={[{ required: true, pattern: /^[a-z0-9._-]{2,32}$/, message: text('account.loginHint') }]}
    >
      <Input autoComplete="off" autoCapitalize="none" />
    </Form.Item>
  );
}

function PersonItems() {
  const text = useText();
  const say = useSay();
  return (
    <>
      <Form.Item name="name" label={text('account.name')} rules={[{ required: true, max: 40 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="roles" label={text('account.roles')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={ROLES.map((role) => ({ value: role.code as string, label: say(role.label) }))}
        />
      </Form.Item>
      <Form.Item name="agency" label={text('account.agency')}>
        <RefPicker kind="agency" />
      </Form.Item>
    </>
  );
}

function PasswordItem(props: { readonly reset: boolean }) {
  const text = useText();
  return (
    <Form.Item
      name="password"
      label={text(props.reset ? 'account.newPassword' : 'account.password')}
      extra={text(props.reset ? 'account.resetHint' : 'account.passwordHint')}
      rules={[{ required: true, min: 8, message: text('password.short') }]}
    >
      <Input.Password autoComplete="new-password" />
    </Form.Item>
  );
}
