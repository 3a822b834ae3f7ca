"use strict";window.xiaoerTest=1;
