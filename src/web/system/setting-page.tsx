// What does the county configure for itself? Letterhead, the local protected list, working days and what stops a clock.
import { Button, Form, Input } from 'antd';
import { type TextKey, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { has } from '../../domain/access/access.ts';
import { BaseValueForm } from './base-value-form.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { LimitForm } from './limit-form.tsx';
import { PaperForm } from './paper-form.tsx';
import { ProtectionForm } from './protection-form.tsx';
import { RewardRuleForm } from './reward-rule-form.tsx';
import { SuspensionForm } from './suspension-form.tsx';
import { useSetting } from './use-setting.ts';

export function SettingPage() {
  const text = useText();
  const { actor } = useSession();
  if (!has(actor, 'settings')) return <EmptyState title={text('problem.noRight')} />;
  return (
    <>
      <div className="page-head">
        <h2>{text('setting.title')}</h2>
      </div>
      <LetterheadCard />
      <AddressCard />
      <PaperForm />
      <ProtectionForm />
      <BaseValueForm />
      <CalendarForm />
      <SuspensionForm />
      <LimitForm />
      <RewardRuleForm />
    </>
  );
}

const LETTERHEAD: readonly { readonly name: string; readonly label: TextKey; readonly hint?: TextKey }[] = [
  { name: 'agency', label: 'setting.organ' },
  { name: 'redHead', label: 'setting.redHead' },
  { name: 'docPrefix', label: 'setting.docPrefix', hint: 'setting.docPrefixHint' },
  { name: 'printer', label: 'setting.printer' },
];

function LetterheadCard() {
  const text = useText();
  const { query, save, busy, problem } = useSetting('letterhead');
  return (
    <section className="card">
      <h3>{text('setting.letterhead')}</h3>
      <p className="sub">{text('setting.letterheadHint')}</p>
      {query.data && (
        <Form
          key={query.dataUpdatedAt}
          layout="vertical"
          className="narrow-form"
          initialValues={(query.data.value ?? {}) as Record<string, string>}
          onFinish={(value) => void save(value)}
        >
          {LETTERHEAD.map(({ name, label, hint }) => (
            <Form.Item key={name} name={name} label={text(label)} extra={hint && text(hint)}>
              <Input maxLength={100} />
            </Form.Item>
          ))}
          <Button type="primary" htmlType="submit" loading={busy}>
            {text('common.save')}
          </Button>
        </Form>
      )}
      <ProblemNotice error={problem} />
    </section>
  );
}

/** The address officers open the desk at: with it the numbers of a .docx link to their records. */
function AddressCard() {
  const text = useText();
  const { query, save, busy, problem } = useSetting('publicAddress');
  return (
    <section className="card">
      <h3>{text('setting.address')}</h3>
      <p className="sub">{text('setting.addressHint')}</p>
      {query.data && (
        <Form
          key={query.dataUpdatedAt}
          layout="vertical"
          className="narrow-form"
          initialValues={{ address: query.data.value ?? '' }}
          onFinish={({ address }: { address?: string }) => void save(address?.trim() || null)}
        >
          <Form.Item
            name="address"
            label={text('setting.addressField')}
            rules={[{ pattern: /^https?:\/\/[^\s/]+/, message: text('setting.addressWrong') }]}
          >
            <Input maxLength={200} placeholder="https://shouye.example.cn" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {text('common.save')}
          </Button>
        </Form>
      )}
      <ProblemNotice error={problem} />
    </section>
  );
}
