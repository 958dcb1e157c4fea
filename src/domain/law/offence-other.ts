// Do the facts reach concealing the proceeds of crime, or a dereliction of duty?
import type { Label } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import { actLeaf, type Case, has } from './assess-case.ts';
import { cite } from './assess-law.ts';
import { all, leaf, type State } from './fact-state.ts';
import { conclude, type OffenceFinding } from './offence-frame.ts';
import type { Offence } from './offence-table.ts';

export function judgeFence(c: Case, offence: Offence): OffenceFinding {
  const knows = has(c.facts, 'knowsCrime');
  const national = c.subjects.length > 0 && c.subjects.every((s) => s.national === 'yes');
  const [article, crime] = [offence.interpretation, cite('criminal', 341, 1)];
  const object = leaf('object', 'no', [
    zh`涉案均为国家重点保护野生动物，收购、运输、出售依${crime}判断`,
    en`All the animals are nationally protected wildlife: purchase, transport and sale are judged under ${crime}`,
  ]);
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, article),
      leaf('knows', knows, knowing(knows, article), [
        [zh`是否明知是犯罪所得（${article}）`, en`Whether it was known to be proceeds of crime (${article})`],
      ]),
      // Said to be known as proceeds of such a crime, it is said to come from one; the name of the act alone says neither.
      leaf('upstream', knows === 'yes' ? 'yes' : 'unknown', upstream(knows, article), [
        [
          zh`上游是否构成非法捕捞、非法狩猎犯罪（${article}）`,
          en`Whether there was a crime of illegal fishing or illegal hunting upstream (${article})`,
        ],
      ]),
      ...(national ? [object] : []),
    ),
    remarks: [premise(cite('criminal', 312))],
  });
}

function upstream(state: State, article: Label): Label {
  return state === 'yes'
    ? [
        zh`载明系犯罪所得，上游犯罪须查证属实（${article}）`,
        en`Stated to be proceeds of crime; the crime upstream must be verified (${article})`,
      ]
    : [
        zh`上游是否构成犯罪未载明（${article}）`,
        en`Whether there was a crime upstream is not stated (${article})`,
      ];
}

function knowing(state: State, article: Label): Label {
  if (state === 'yes')
    return [
      zh`明知是非法捕捞、非法狩猎犯罪所得（${article}）`,
      en`Known to be the proceeds of the crime of illegal fishing or illegal hunting (${article})`,
    ];
  return state === 'no'
    ? ['载明不明知是犯罪所得', 'Stated not to be known as proceeds of crime']
    : ['是否明知未载明', 'Whether it was known is not stated'];
}

function premise(article: Label): Label {
  return [
    zh`以上游构成非法捕捞、非法狩猎犯罪为前提，并须符合${article}的规定`,
    en`Presupposes that the items come from a crime of illegal fishing or illegal hunting, and must meet ${article}`,
  ];
}

export function judgeDereliction(c: Case, offence: Offence): OffenceFinding {
  const article = cite('transfer', 19);
  return conclude(c, offence, {
    condition: all(
      actLeaf(c.facts, offence.acts, offence.interpretation),
      leaf(
        'officer',
        'unknown',
        [
          zh`国家机关工作人员的职务行为，不是当事人的罪名；线索移送监察机关或者人民检察院（${article}）`,
          en`An act in office of a state functionary, not a charge against the party; the clue goes to the supervisory organ or the people’s procuratorate (${article})`,
        ],
        [
          [
            '是否国家机关工作人员及其职责',
            'Whether the person is a state functionary, and the duties of the office',
          ],
          [
            '是否致使公共财产、国家和人民利益遭受重大损失，或者帮助犯罪分子逃避处罚',
            'Whether public property or the interests of the state and the people suffered heavy loss, or offenders were helped to escape punishment',
          ],
        ],
      ),
    ),
  });
}
