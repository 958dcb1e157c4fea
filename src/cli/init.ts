// How does a county begin: its code, and the first person's account?
import { regionOf } from '../domain/kernel/region.ts';
import { type Call, type Command, EXIT, UsageError } from './command.ts';
import { orRefused, readCounty, withHouse } from './open.ts';
import { ask, isInteractive, makePassword, readLine } from './prompt.ts';

export const initCommand: Command = {
  name: 'init',
  label: ['建立一个县和第一个账号', 'Begin a county with its first account'],
  options: [
    { name: 'admin', value: 'LOGIN', label: ['第一个账号的用户名', 'User name of the first account'] },
    {
      name: 'name',
      value: 'NAME',
      label: ['姓名（默认同用户名）', 'Name of the person (default: the user name)'],
    },
    {
      name: 'password-stdin',
      label: [
        '从标准输入读密码；不加则生成一个，只显示一次',
        'Read the password from standard input; else one is made and shown once',
      ],
    },
  ],
  notes: [
    [
      '第一个账号兼任管理员和科员。没有用选项给出的，会在终端询问。',
      'The first account is administrator and clerk. What the options leave open is asked at the terminal.',
    ],
  ],
  examples: [
    'shouye init --county 640221 --admin wang',
    'shouye init --county 640221 --admin wang --password-stdin < password.txt',
  ],
  run: init,
};

async function answer(call: Call, option: string, question: readonly [string, string]): Promise<string> {
  const given = call.text(option);
  if (given !== undefined) return given;
  if (!isInteractive()) throw new UsageError([`缺少 --${option}`, `Missing --${option}`]);
  return ask(question, call.speaker.language);
}

async function init(call: Call): Promise<number> {
  const { speaker } = call;
  const county = readCounty(
    await answer(call, 'county', ['县级行政区划代码（六位）：', 'County code (six digits):']),
  );
  const login = await answer(call, 'admin', ['第一个账号的用户名：', 'User name of the first account:']);
  const given = call.flag('password-stdin');
  const password = given ? await readLine() : makePassword();
  const name = call.text('name') ?? login;
  const { createFirstAccount } = await import('../server/first-account.ts');
  await withHouse(call, async ({ app }) =>
    orRefused(await createFirstAccount(app, { county, login, name, password })),
  );
  const region = regionOf(county)?.fullName ?? county;
  if (call.json) speaker.json({ county, name: region, login, ...(given ? {} : { password }) });
  else {
    speaker.line([`已建立：${county} ${region}`, `Begun: ${county} ${region}`]);
    speaker.line([`账号：${login}`, `Account: ${login}`]);
    if (!given) speaker.line([`密码（只显示这一次）：${password}`, `Password (shown only now): ${password}`]);
  }
  return EXIT.ok;
}
