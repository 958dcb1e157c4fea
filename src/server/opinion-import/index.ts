// The front door of importing posts.
export { runOpinionImport, startOpinionImports } from './job.ts';
export { readPosts } from './read.ts';
