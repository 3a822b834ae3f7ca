package io.xiaoer.operations.internal;

import io.xiaoer.operations.ShopFigures;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Every minute: counts each shop. */
@DisallowConcurrentExecution
class ShopFiguresJob extends TenantJob {

    private final ShopFigures figures;

    ShopFiguresJob(Directory directory, ShopFigures figures) {
        super(directory);
        this.figures = figures;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        figures.count();
    }
}
