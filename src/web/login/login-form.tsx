// How does a person sign in?
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { Me } from '../../contract/api.ts';

export function LoginForm(props: { readonly login?: string; readonly done: (me: Me) => void }) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const password = useRef<InputRef>(null);
  const known = Boolean(props.login);
  useEffect(() => {
    // In a dialog the focus is set when it opens; the account is known then, only the password is missing.
    const timer = known ? setTimeout(() => password.current?.focus(), 80) : undefined;
    return () => clearTimeout(timer);
  }, [known]);
  const submit = async (body: { login: string; password: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      props.done(await call('login', { body: { login: body.login.trim(), password: body.password } }));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      initialValues={{ login: props.login ?? '' }}
    >
      <Form.Item
        name="login"
        label={text('login.login')}
        rules={[{ required: true, message: text('login.needLogin') }]}
      >
        <Input size="large" autoComplete="username" autoFocus={!known} autoCapitalize="none" />
      </Form.Item>
      <Form.Item
        name="password"
        label={text('login.password')}
        rules={[{ required: true, message: text('login.needPassword') }]}
      >
        <Input.Password ref={password} size="large" autoComplete="current-password" />
      </Form.Item>
      <div className="login-problem" aria-live="polite">
        <ProblemNotice error={problem} />
      </div>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {text('login.submit')}
      </Button>
    </Form>
  );
}
