// May schemas be compiled with eval? Never: our pages forbid it and would report the attempt.
import { z } from 'zod';

// A module of its own, imported first: the schemas of other contract files are built before api.ts itself runs.
z.config({ jitless: true });
