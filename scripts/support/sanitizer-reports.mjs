// Which reports of a sanitizer concern our code. Node.js is not compiled with the sanitizers: it leaves memory to
// the end of the process, and synchronises by atomics that ThreadSanitizer does not see. A suppression by name
// cannot tell that from a defect of ours, as Node.js is on every stack below us; whose code did it can.

/** A frame of our modules: a sanitizer names the source file of a frame, or its module in brackets. */
const ourFrame =
  /\((?:[^()]*\/)?(?:node_imsdk\.node|libscripted_engine\.so)\+0x|\/src-native\/|\/test\/(?:faults\/engine|sanitizers)\//;
/** The sanitizer's own frames, and those of the C and C++ libraries. */
const runtime = /\/libsanitizer\/|\((?:[^()]*\/)?lib(?:tsan|asan|ubsan|c|stdc\+\+)\.so[.0-9]*\+0x/;

/** A frame of Node.js's own, or of V8's; those of Node-API (`napi_`, `v8impl::`) do what they do for us. */
const nodeFrame = /\b(?:v8|node)::/;

/** Reports of AddressSanitizer and of the LeakSanitizer in it: each leak is one. */
function addressReports(text) {
  if (!text.includes('LeakSanitizer: detected memory leaks')) return [{ text, isOurs: true }];
  return text
    .split(/\n\s*\n/)
    .filter((block) => /^(Direct|Indirect) leak of /m.test(block))
    .map((block) => ({ text: block, isOurs: wasAllocatedByUs(block) }));
}

/** Memory is whose code is the innermost in the stack that allocated it. */
function wasAllocatedByUs(stack) {
  const decisive = stack.split('\n').find((line) => ourFrame.test(line) || nodeFrame.test(line));
  return decisive !== undefined && ourFrame.test(decisive);
}

/**
 * Reports of ThreadSanitizer. Its stacks leave out every frame that it has not instrumented, so that anything done by
 * JavaScript which we resumed appears right above our dispatch: only the function that made the access tells whose
 * it is. In a race for data of ours, one of the two accesses is ours.
 */
function threadReports(text) {
  return text
    .split(/^={18}$/m)
    .filter((block) => block.includes('WARNING: ThreadSanitizer'))
    .map((block) => {
      const stacks = block.split(/\n\s*\n/).filter((stack) => !/^\s+Thread T\d+ .*created by/.test(stack));
      return { text: block, isOurs: stacks.some((stack) => ourFrame.test(innermostFrame(stack))) };
    });
}

/** The innermost frame of a stack that is not the run-time's. */
function innermostFrame(stack) {
  return stack.split('\n').find((line) => /^\s+#\d+ /.test(line) && !runtime.test(line)) ?? '';
}

const readers = {
  address: addressReports,
  thread: threadReports,
  undefined: (text) => [{ text, isOurs: true }],
};

/** The reports in what a sanitizer logged, each with its text and whether it concerns our code. */
export function readReports(sanitizer, text) {
  return text.trim() === '' ? [] : readers[sanitizer](text);
}
