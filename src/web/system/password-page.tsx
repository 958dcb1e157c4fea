// How does a person change their own password?
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';

interface Filled {
  readonly old: string;
  readonly password: string;
  readonly again: string;
}

export function PasswordPage() {
  const text = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { act, busy } = useAct();
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async ({ old, password }: Filled) => {
    setProblem(null);
    try {
      await act('account.password', { old, password });
      // Changing the password ends every session, this one too.
      void message.success(text('password.done'), 5);
      client.clear();
      void navigate('/login', { replace: true });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <div className="page-head">
        <h2>{text('password.title')}</h2>
      </div>
      <div className="card narrow-form">
        <Form<Filled> layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item
            name="old"
            label={text('password.old')}
            rules={[{ required: true, message: text('login.needPassword') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="password"
            label={text('password.new')}
            rules={[{ required: true, min: 8, message: text('password.short') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={text('password.again')}
            dependencies={['password']}
            rules={[
              { required: true, message: text('login.needPassword') },
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  !value || value === getFieldValue('password')
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('password.differs'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <ProblemNotice error={problem} />
          <Button type="primary" htmlType="submit" loading={busy} style={{ marginTop: 4 }}>
            {text('password.title')}
          </Button>
        </Form>
      </div>
    </>
  );
}
