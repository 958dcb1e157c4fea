// What does a person see before signing in?
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { setLanguage, useLanguage, useText } from '../../client/i18n.ts';
import { LoginForm } from './login-form.tsx';

export function Login() {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const back = search.get('back');
  // Only a path of our own: '//elsewhere' would leave the house.
  const target = back?.startsWith('/') && !back.startsWith('//') ? back : '/';
  return (
    <div className="login">
      <main className="login-card">
        <h1>{text('app.name')}</h1>
        <p className="quiet">{text('app.subtitle')}</p>
        <LoginForm
          done={(me) => {
            client.clear();
            client.setQueryData(['me'], me);
            void navigate(target, { replace: true });
          }}
        />
        <p className="quiet login-foot">{text('login.forgot')}</p>
      </main>
      <Button
        type="link"
        className="login-language"
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {text('user.language')}
      </Button>
    </div>
  );
}
