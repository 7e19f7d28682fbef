module.exports = JSON;
