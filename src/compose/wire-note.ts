const words = 'Updates?|Updated|Adds|Corrects|Recasts|Refiles|Repeats|Rewrites';

/** An agency to its subscribers, at the head of a line or behind its dateline: "(Updates with ...)", "(UPDATE: ...)". */
export const wireNote = new RegExp(`^\\((?:${words}|${words.toUpperCase()})(?::|\\s)[^()]{3,200}\\)\\.?\\s*`, 'u');
