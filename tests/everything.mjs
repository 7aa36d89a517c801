/** Whether a run is asked, by `npm run test:everything`, for what takes too long for every day. */
export const everything = process.env.KHABAR_TEST === 'everything';
