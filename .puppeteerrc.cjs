// Chromium is the system's: nothing is downloaded at install or at run time.
module.exports = { skipDownload: true };
