export declare const xiaoerTest: number;
