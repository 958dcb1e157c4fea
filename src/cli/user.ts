// Who has an account, who gets one, who no longer may come in?
import { ROLES } from '../domain/access/access.ts';
import { say } from '../domain/kernel/label.ts';
import type { Account } from '../server/account/index.ts';
import { type App, instant, newId } from '../server/app.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { chooseActor, chooseCounty, orRefused, refused, withLedger } from './open.ts';
import { askSecret, isInteractive, makePassword, readLine } from './prompt.ts';

const LOGIN = { name: 'LOGIN', required: true, label: ['用户名', 'User name'] } as const;
const PASSWORD = {
  name: 'password-stdin',
  label: [
    '从标准输入读密码；不加则在终端输入（不显示），留空或非终端时生成一个，只显示一次',
    'Read the password from standard input; else it is typed unseen, or made and shown once when left empty or not at a terminal',
  ],
} as const;

export const userCommands: readonly Command[] = [
  {
    name: 'user add',
    label: ['添加账号', 'Add an account'],
    argument: LOGIN,
    options: [
      {
        name: 'name',
        value: 'NAME',
        label: ['姓名（默认同用户名）', 'Name of the person (default: the user name)'],
      },
      {
        name: 'roles',
        value: 'ROLE,…',
        label: [
          `角色，逗号分隔：${ROLES.map((role) => `${role.code} ${role.label[0]}`).join('、')}`,
          `Roles, by comma: ${ROLES.map((role) => role.code).join(', ')}`,
        ],
      },
      {
        name: 'agency',
        value: 'ID',
        label: ['协作单位的记录编号（UUID）', 'Record id (UUID) of the agency it works for'],
      },
      PASSWORD,
    ],
    examples: [
      'shouye user add ma --name 马护林 --roles ranger',
      'shouye user add li --roles clerk --password-stdin < password.txt',
    ],
    run: add,
  },
  {
    name: 'user list',
    label: ['列出本县账号', 'List the accounts of the county'],
    options: [],
    examples: ['shouye user list', 'shouye user list --json'],
    run: list,
  },
  {
    name: 'user disable',
    label: ['停用账号，并结束其登录', 'Disable an account and end its sessions'],
    argument: LOGIN,
    options: [{ name: 'enable', label: ['改为重新启用', 'Enable it again instead'] }],
    examples: ['shouye user disable ma', 'shouye user disable ma --enable'],
    run: disable,
  },
  {
    name: 'user password',
    label: ['重设账号的密码，并结束其登录', 'Set a new password and end the account’s sessions'],
    argument: LOGIN,
    options: [PASSWORD],
    examples: ['shouye user password ma'],
    run: password,
  },
];

/** The password, and whether we made it and must show it. */
async function newPassword(call: Call): Promise<{ password: string; made: boolean }> {
  if (call.flag('password-stdin')) return { password: await readLine(), made: false };
  const { language } = call.speaker;
  const typed = isInteractive()
    ? await askSecret(['密码（留空则生成一个）：', 'Password (empty: one is made):'], language)
    : '';
  if (typed === '') return { password: makePassword(), made: true };
  if ((await askSecret(['再输入一次：', 'Once more:'], language)) === typed)
    return { password: typed, made: false };
  throw new UsageError(['两次输入的密码不同', 'The two passwords differ']);
}

async function act(call: Call, app: App, county: string, kind: string, body: unknown): Promise<void> {
  const { runAction } = await import('../server/action/index.ts');
  const actor = await chooseActor(app, call, county, 'account.manage');
  orRefused(await runAction(app, actor, county, { id: newId(app), kind, at: instant(app), body }));
}

function told(
  call: Call,
  login: string,
  secret: { password: string; made: boolean } | null,
  label: readonly [string, string],
) {
  if (call.json) call.speaker.json({ login, ...(secret?.made ? { password: secret.password } : {}) });
  else {
    call.speaker.line(label);
    if (secret?.made)
      call.speaker.line([
        `密码（只显示这一次）：${secret.password}`,
        `Password (shown only now): ${secret.password}`,
      ]);
  }
}

async function add(call: Call): Promise<number> {
  const login = call.argument;
  const roles = (call.text('roles') ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter(Boolean);
  if (roles.length === 0) throw new UsageError(['请用 --roles 给出角色', 'Name the roles with --roles']);
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const secret = await newPassword(call);
    const body = {
      id: newId(app),
      login,
      name: call.text('name') ?? login,
      roles,
      password: secret.password,
    };
    await act(call, app, county, 'account.create', { ...body, agency: call.text('agency') ?? null });
    told(call, login, secret, [`已添加账号 ${login}`, `Added account ${login}`]);
    return EXIT.ok;
  });
}

async function list(call: Call): Promise<number> {
  return withLedger(call, async ({ app }) => {
    const { listAccounts } = await import('../server/account/index.ts');
    const { speaker } = call;
    const accounts = await listAccounts(app.db, await chooseCounty(app, call));
    const shown = accounts.map(({ password: _password, ...account }) => account);
    if (call.json) speaker.json(shown);
    else
      speaker.table(
        [
          ['用户名', 'User'],
          ['姓名', 'Name'],
          ['角色', 'Roles'],
          ['状态', 'State'],
        ],
        shown.map(({ login, name, roles, disabled }) => [
          login,
          name,
          roles
            .map((code) =>
              say(ROLES.find((role) => role.code === code)?.label ?? [code, code], speaker.language),
            )
            .join(' '),
          say(disabled ? ['停用', 'disabled'] : ['启用', 'active'], speaker.language),
        ]),
      );
    return EXIT.ok;
  });
}

async function existing(app: App, county: string, login: string): Promise<Account> {
  const { findByLogin } = await import('../server/account/index.ts');
  const account = await findByLogin(app.db, login);
  if (account?.region === county) return account;
  throw refused('record.missing', `本县没有账号“${login}”`, `The county has no account ${login}`);
}

async function disable(call: Call): Promise<number> {
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const { id, login } = await existing(app, county, call.argument);
    const disabled = !call.flag('enable');
    await act(call, app, county, 'account.change', { id, disabled });
    told(
      call,
      login,
      null,
      disabled ? [`已停用 ${login}`, `Disabled ${login}`] : [`已启用 ${login}`, `Enabled ${login}`],
    );
    return EXIT.ok;
  });
}

async function password(call: Call): Promise<number> {
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    const { id, login } = await existing(app, county, call.argument);
    const secret = await newPassword(call);
    await act(call, app, county, 'account.change', { id, password: secret.password });
    told(call, login, secret, [`已重设 ${login} 的密码`, `New password set for ${login}`]);
    return EXIT.ok;
  });
}
