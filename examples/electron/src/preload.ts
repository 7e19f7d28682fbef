import { exposeTim } from 'node-imsdk/preload';

exposeTim();
