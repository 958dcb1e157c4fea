// The front door of online opinion: what other modules may use.
export { type Added, addedBefore, addPosts, type NewPost, rescreenPosts, sameAddition } from './add.ts';
export { hashOnDisk, readBytes } from './file.ts';
export {
  findImport,
  listImports,
  listUnfinished,
  type OpinionImport,
  saveImport,
} from './import-store.ts';
export { judgedBefore, judgePosts, prepareJudge, sameJudgement, undoPosts } from './judge.ts';
export { lexiconOf } from './lexicon.ts';
export {
  countFound,
  countStates,
  type GroupCursor,
  groupFacts,
  leadsOf,
  listFound,
  listGroups,
  listPlatforms,
  type PostFilter,
} from './list-store.ts';
export { attachOriginal, beginImport, keepOriginal, MOST_BYTES } from './original.ts';
export {
  type KnownPosts,
  missingPosts,
  type OpinionFault,
  postFault,
  streamPosts,
  tellPosts,
  verifyOpinions,
} from './proof.ts';
export {
  countOutdated,
  findFile,
  findPost,
  listCopies,
  listGroup,
  listSteps,
  nameOfAccount,
  type PostRow,
} from './store.ts';
